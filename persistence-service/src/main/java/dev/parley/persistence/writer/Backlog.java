package dev.parley.persistence.writer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Since when the next record of each partition of this instance has been in the log, for those where one waits. */
@Component
class Backlog {

    private final Clock clock;
    private final Map<Integer, Instant> waiting = new ConcurrentHashMap<>();

    Backlog(Clock clock) {
        this.clock = clock;
    }

    /** @param timestamp of the next record, or where that is not known yet, of the one before it */
    void waits(int partition, long timestamp) {
        waiting.put(partition, Instant.ofEpochMilli(timestamp));
    }

    void isEmpty(int partition) {
        waiting.remove(partition);
    }

    /** Age of the oldest record that waits; zero if none does. */
    Duration age() {
        var now = clock.instant();
        return waiting.values().stream()
                .min(Instant::compareTo)
                .filter(oldest -> oldest.isBefore(now))
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }
}
