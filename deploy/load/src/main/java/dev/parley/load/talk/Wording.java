package dev.parley.load.talk;

import dev.parley.load.wire.Content;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How messages read in a terminal. */
final class Wording {

    private static final int LONGEST_QUOTE = 60;

    private final UserId self;
    private final DateTimeFormatter time;

    Wording(UserId self, ZoneId zone) {
        this.self = self;
        this.time = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    }

    String line(Message message, Tick tick) {
        var own = message.sender().equals(self);
        return timeOf(message.sentAt()) + message.sender() + ": " + textOf(message.content())
                + (message.isUnchanged() || message.content() == null ? "" : " (edited)")
                + (own ? " " + tick.sign() : "");
    }

    private String timeOf(@Nullable String sentAt) {
        if (sentAt == null) {
            return "";
        }
        try {
            return time.format(Instant.parse(sentAt)) + " ";
        } catch (DateTimeParseException e) {
            return sentAt + " ";
        }
    }

    /** Control characters of others must not reach the terminal: they could move its cursor, or worse. */
    private static String textOf(@Nullable Content content) {
        return content == null ? "(deleted)" : harmless(content.text()).replace("\n", "\n      ");
    }

    static String onOneLine(String text) {
        var line = harmless(text).replace('\n', ' ');
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
    }
}
