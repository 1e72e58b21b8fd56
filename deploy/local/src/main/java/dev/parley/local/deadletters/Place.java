package dev.parley.local.deadletters;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Where a record lies, written {@code topic:partition:offset}. */
public record Place(String topic, int partition, long offset) implements Comparable<Place> {

    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249}):(\\d{1,9}):(\\d{1,18})");
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::topic)
            .thenComparingInt(Place::partition).thenComparingLong(Place::offset);

    public static Place parse(String text) throws DeadLetterException {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new DeadLetterException(
                    text + ": no place of a record (expected: TOPIC:PARTITION:OFFSET, as list shows it)");
        }
        return new Place(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset;
    }
}
