package dev.parley.gateway.ratelimit;

import java.time.Duration;

/** What a limit says to one more. */
public sealed interface Verdict {

    Verdict WITHIN = new Within();

    record Within() implements Verdict {}

    /** @param retryAfter when there is room for the next */
    record Over(Duration retryAfter) implements Verdict {}

    static Verdict of(Duration wait) {
        return wait.isZero() ? WITHIN : new Over(wait);
    }
}
