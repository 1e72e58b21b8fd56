package dev.parley.load.group;

import dev.parley.load.wire.MessageId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How many copies of the messages have reached members, and how soon. Told from several threads. */
final class Deliveries {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final Map<MessageId, Long> sentAt = new HashMap<>();
    private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
    private long copies;
    private long lastAt = System.nanoTime();

    synchronized void sent(MessageId message) {
        sentAt.put(message, System.nanoTime());
    }

    /** A member other than its sender has the message. */
    synchronized void arrived(MessageId message) {
        var sent = sentAt.get(message);
        if (sent != null) {
            lastAt = System.nanoTime();
            copies++;
            latency.recordValue(Math.clamp((lastAt - sent) / 1_000, 0, LONGEST_MICROS));
        }
    }

    synchronized long copies() {
        return copies;
    }

    synchronized int messages() {
        return sentAt.size();
    }

    synchronized long lastAt() {
        return lastAt;
    }

    synchronized Histogram latency() {
        return latency.copy();
    }
}
