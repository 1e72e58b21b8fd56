package dev.parley.gateway.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many in a time, and so many at once after a pause.
 *
 * @param burst at once
 * @param count in {@code time}, evenly
 */
record Rate(int burst, int count, Duration time) {

    static Rate evenly(int count, Duration time) {
        return new Rate(count, count, time);
    }

    Bucket bucket(LongSupplier nanos) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(count, time))
                .withCustomTimePrecision(new Meter(nanos))
                .build();
    }

    /** After this time without use a bucket is full again, so it may be forgotten. */
    Duration toFill() {
        return interval().multipliedBy(burst);
    }

    Duration interval() {
        return time.dividedBy(count);
    }

    static Verdict take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Verdict.WITHIN : new Verdict.Over(waitOf(probe));
    }

    /** Whole milliseconds, and never none: a client that comes back at once would be refused again. */
    private static Duration waitOf(ConsumptionProbe probe) {
        return Duration.ofMillis(Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000L));
    }

    private record Meter(LongSupplier nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
