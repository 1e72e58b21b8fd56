package dev.parley.persistence;

import java.time.Duration;

/**
 * How long to wait before the next try: each time twice as long, up to a most.
 *
 * @param pause before the next one
 */
public record Backoff(Duration pause, Duration most) {

    public Backoff longer() {
        var doubled = pause.multipliedBy(2);
        return new Backoff(doubled.compareTo(most) < 0 ? doubled : most, most);
    }
}
