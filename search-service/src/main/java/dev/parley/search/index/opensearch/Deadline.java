package dev.parley.search.index.opensearch;

import java.time.Duration;

/** A moment, by the clock that is never set. */
record Deadline(long nanoTime) {

    private static final Duration LEAST = Duration.ofMillis(1);

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** At least a millisecond: less can't be said to the server. */
    Duration left() {
        var left = Duration.ofNanos(nanoTime - System.nanoTime());
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
