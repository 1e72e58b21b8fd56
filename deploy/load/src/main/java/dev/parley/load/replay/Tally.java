package dev.parley.load.replay;

import dev.parley.load.client.Arrival;
import dev.parley.load.wire.MarkKind;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What is counted and timed while a replay runs. Guarded by whoever owns it. */
final class Tally {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final Histogram toAck = new Histogram(LONGEST_MICROS, 3);
    private final Histogram toDelivery = new Histogram(LONGEST_MICROS, 3);
    private final Histogram toReadReceipt = new Histogram(LONGEST_MICROS, 3);
    private final Map<String, Integer> disconnects = new TreeMap<>();
    private final Map<String, Integer> unreachable = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private long startedAt;
    private long quarterAt;
    private long lastAt;
    private int sent;
    private int resent;
    private int acked;
    private int live;
    private int synced;
    private int receipts;
    private int completed;
    private int repeatedAnswers;

    void sent(long now) {
        if (sent++ == 0) {
            startedAt = now;
        }
    }

    void resent() {
        resent++;
    }

    void acked(long nanos) {
        acked++;
        record(toAck, nanos);
    }

    void delivered(Arrival arrival, long nanos) {
        switch (arrival) {
            case LIVE -> {
                live++;
                record(toDelivery, nanos);
            }
            case SYNCED -> synced++;
            case REPEATED, STRAY -> {
                // Dropped by the device.
            }
        }
    }

    void receipt(MarkKind kind, long nanos) {
        receipts++;
        if (kind == MarkKind.READ) {
            record(toReadReceipt, nanos);
        }
    }

    void repeatedAnswer() {
        repeatedAnswers++;
    }

    void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    void disconnected(String reason) {
        disconnects.merge(reason, 1, Integer::sum);
    }

    void unreachable(String reason) {
        unreachable.merge(reason, 1, Integer::sum);
    }

    void completed(long now, int of) {
        completed++;
        lastAt = now;
        if (completed == of / 4) {
            quarterAt = now;
        }
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    int completedLines() {
        return completed;
    }

    int disconnectCount() {
        return disconnects.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Messages a second over the whole. */
    double rate() {
        return perSecond(completed, lastAt - startedAt);
    }

    /** Messages a second once the first quarter was through: a cold start weighs less. */
    double laterRate() {
        return quarterAt == 0 ? rate() : perSecond(completed - completed / 4, lastAt - quarterAt);
    }

    double seconds() {
        return completed == 0 ? 0 : (lastAt - startedAt) / 1e9;
    }

    private static double perSecond(int count, long nanos) {
        return nanos <= 0 ? 0 : count * 1e9 / nanos;
    }

    Summary summary() {
        return new Summary(new Summary.Counts(sent, acked, resent, live, synced, receipts), repeatedAnswers,
                new Summary.Troubles(Map.copyOf(refusals), Map.copyOf(disconnects), Map.copyOf(unreachable)),
                new Summary.Speed(seconds(), rate(), laterRate()),
                new Summary.Latencies(toAck.copy(), toDelivery.copy(), toReadReceipt.copy()));
    }

    /** The state of the tally at the end. */
    record Summary(Counts counts, int repeatedAnswers, Troubles troubles, Speed speed, Latencies latencies) {

        record Counts(int sent, int acked, int resent, int live, int synced, int receipts) {}

        record Speed(double seconds, double rate, double laterRate) {}

        record Latencies(Histogram toAck, Histogram toDelivery, Histogram toReadReceipt) {}

        /** Each kind of trouble by its reason. */
        record Troubles(Map<String, Integer> refusals, Map<String, Integer> disconnects,
                Map<String, Integer> unreachable) {}
    }
}
