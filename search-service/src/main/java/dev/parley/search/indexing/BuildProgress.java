package dev.parley.search.indexing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the building of one generation has got, and how fast it goes. Not for use by two threads. */
final class BuildProgress {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final int generation;
    private final Deque<Point> points = new ArrayDeque<>();

    private record Point(Instant at, long done) {}

    /**
     * What is done, as of one moment.
     *
     * @param done offsets of the log that are behind it
     * @param total offsets that the log has
     * @param recordsPerSecond over the last seconds; 0 where nothing is known of that
     */
    record Reading(int generation, long done, long total, double recordsPerSecond) {

        double percent() {
            return total == 0 ? 100 : 100.0 * done / total;
        }

        /** Null where nothing moves. */
        @Nullable
        Long secondsLeft() {
            return recordsPerSecond > 0 ? (long) Math.ceil((total - done) / recordsPerSecond) : null;
        }
    }

    BuildProgress(int generation) {
        this.generation = generation;
    }

    int generation() {
        return generation;
    }

    Reading read(Instant at, Map<Integer, Long> positions, Map<Integer, Long> begins, Map<Integer, Long> ends) {
        var total = 0L;
        var done = 0L;
        for (var end : ends.entrySet()) {
            var begin = begins.getOrDefault(end.getKey(), 0L);
            var length = end.getValue() - begin;
            total += length;
            done += Math.clamp(positions.getOrDefault(end.getKey(), begin) - begin, 0, length);
        }
        points.addLast(new Point(at, done));
        while (points.getFirst().at().isBefore(at.minus(WINDOW))) {
            points.removeFirst();
        }
        return new Reading(generation, done, total, rate());
    }

    private double rate() {
        var first = points.getFirst();
        var last = points.getLast();
        var seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds > 0 ? Math.max(0, last.done() - first.done()) / seconds : 0;
    }
}
