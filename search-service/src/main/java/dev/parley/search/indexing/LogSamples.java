package dev.parley.search.indexing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Where the log ended at times past: close together for the last minutes, further apart before, so many at most. */
final class LogSamples {

    static final int MOST = 300;

    /** Oldest first. */
    private final List<Sample> samples = new ArrayList<>();
    private final Duration spacing;

    /**
     * Where the log ended.
     *
     * @param at a moment: all that was in the log by then lies before {@code ends}
     * @param ends by partition, the offset after the last record
     */
    record Sample(Instant at, Map<Integer, Long> ends) {

        Sample {
            ends = Map.copyOf(ends);
        }

        boolean isCoveredBy(Map<Integer, Long> positions) {
            return missingFrom(positions) == 0;
        }

        boolean isExceededBy(Map<Integer, Long> positions) {
            return ends.entrySet().stream().anyMatch(end -> positions.getOrDefault(end.getKey(), 0L) > end.getValue());
        }

        /** Records that an index has not read which has got to {@code positions}. */
        long missingFrom(Map<Integer, Long> positions) {
            return missing(positions).sum();
        }

        long mostMissingFrom(Map<Integer, Long> positions) {
            return missing(positions).max().orElse(0);
        }

        private LongStream missing(Map<Integer, Long> positions) {
            return ends.entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)));
        }
    }

    /** @param spacing least time between samples that are kept; but the newest is always there */
    LogSamples(Duration spacing) {
        this.spacing = spacing;
    }

    synchronized void add(Sample sample) {
        var last = samples.size() - 1;
        if (last > 0 && samples.get(last).at().isBefore(samples.get(last - 1).at().plus(spacing))) {
            samples.remove(last);
        }
        samples.add(sample);
        if (samples.size() > MOST) {
            thinOut();
        }
    }

    synchronized Optional<Sample> newest() {
        return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
    }

    synchronized Optional<Sample> oldest() {
        return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getFirst());
    }

    synchronized Optional<Sample> newestCoveredBy(Map<Integer, Long> positions) {
        return newest(sample -> sample.isCoveredBy(positions));
    }

    synchronized Optional<Sample> newestUntil(Instant time) {
        return newest(sample -> !sample.at().isAfter(time));
    }

    synchronized int size() {
        return samples.size();
    }

    private Optional<Sample> newest(Predicate<Sample> condition) {
        return samples.reversed().stream().filter(condition).findFirst();
    }

    /** Every other one of the older half goes; the oldest stays. */
    private void thinOut() {
        for (var i = MOST / 2 - 1; i > 0; i -= 2) {
            samples.remove(i);
        }
    }
}
