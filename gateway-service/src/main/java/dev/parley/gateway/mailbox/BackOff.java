package dev.parley.gateway.mailbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Longer and longer pauses, with jitter, so that gateways do not all come back at once. */
final class BackOff {

    private final Duration first;
    private final Duration most;
    private Duration next;

    BackOff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
        this.next = first;
    }

    Duration next() {
        var base = next.toMillis();
        next = next.multipliedBy(2).compareTo(most) < 0 ? next.multipliedBy(2) : most;
        return Duration.ofMillis(base / 2 + ThreadLocalRandom.current().nextLong(base / 2 + 1));
    }

    void reset() {
        next = first;
    }
}
