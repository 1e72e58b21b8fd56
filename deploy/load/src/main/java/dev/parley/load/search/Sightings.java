package dev.parley.load.search;

import dev.parley.load.wire.MessageId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What has become of the marked messages so far. Told from several threads. */
final class Sightings {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final Map<MessageId, Marked> notStored = new HashMap<>();
    private final Histogram sinceStored = new Histogram(LONGEST_MICROS, 3);
    private final Histogram sinceSent = new Histogram(LONGEST_MICROS, 3);
    private int sent;
    private int givenUp;
    private int unanswered;

    synchronized void sent(Marked message) {
        sent++;
        notStored.put(message.id(), message);
    }

    /** Empty where that was known already, or the message is none of these. */
    synchronized Optional<Marked.Stored> stored(MessageId id, long at) {
        return Optional.ofNullable(notStored.remove(id)).map(message -> new Marked.Stored(message, at));
    }

    synchronized void found(Marked.Stored stored, long at) {
        record(sinceStored, at - stored.at());
        record(sinceSent, at - stored.message().sentAt());
    }

    synchronized void givenUp() {
        givenUp++;
    }

    /** A search failed; the next one may not. */
    synchronized void unanswered() {
        unanswered++;
    }

    /** Neither found nor given up. */
    synchronized int open() {
        return (int) (sent - sinceStored.getTotalCount() - givenUp);
    }

    synchronized ProbeReport report() {
        return new ProbeReport(sent, unanswered, sinceStored.copy(), sinceSent.copy());
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST_MICROS));
    }
}
