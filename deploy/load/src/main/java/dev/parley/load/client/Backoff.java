package dev.parley.load.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits that double up to a ceiling, each shortened by up to half at random so that a crowd does not return as one. */
public record Backoff(Duration first, Duration ceiling) {

    private static final int MOST_DOUBLINGS = 20;

    public Backoff {
        if (!first.isPositive() || ceiling.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "back-off from " + first + " to " + ceiling + " (expected: 0 < first <= ceiling)");
        }
    }

    /** The wait before another attempt after this many that failed in a row, from 1. */
    public Duration delay(int failures, RandomGenerator random) {
        var doublings = Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
        var longest = Math.min(first.toMillis() << doublings, ceiling.toMillis());
        return Duration.ofMillis(longest - random.nextLong(longest / 2 + 1));
    }
}
