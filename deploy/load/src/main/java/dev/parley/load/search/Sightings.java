package dev.parley.load.search;

import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** When each marked message was sent, delivered and found. Told from several threads. */
final class Sightings {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final Map<MessageId, Marked> sent = new HashMap<>();
    private final Map<MessageId, Long> deliveredAt = new HashMap<>();
    private final Histogram sinceSent = new Histogram(LONGEST_MICROS, 3);
    private final Histogram sinceDelivered = new Histogram(LONGEST_MICROS, 3);
    private int total;
    private int failed;

    /** @param mark a word that no other message has */
    record Marked(String mark, UserId sender, long sentAt) {}

    synchronized void sent(MessageId id, Marked marked) {
        total++;
        sent.put(id, marked);
    }

    /** Empty where it had been delivered before. */
    synchronized Optional<Marked> delivered(MessageId id, long at) {
        var marked = Optional.ofNullable(sent.get(id));
        return marked.isPresent() && deliveredAt.putIfAbsent(id, at) == null ? marked : Optional.empty();
    }

    synchronized void found(MessageId id, long at) {
        var marked = sent.remove(id);
        var delivered = deliveredAt.remove(id);
        if (marked != null && delivered != null) {
            record(sinceSent, at - marked.sentAt());
            record(sinceDelivered, at - delivered);
        }
    }

    synchronized void askedInVain(boolean hasFailed) {
        failed += hasFailed ? 1 : 0;
    }

    synchronized int missing() {
        return sent.size();
    }

    synchronized ProbeReport report() {
        return new ProbeReport(total, sent.size(), failed, sinceSent.copy(), sinceDelivered.copy());
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST_MICROS));
    }
}
