package dev.parley.persistence.writer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Partitions of this instance whose next command is of a kind that it does not know. It is no part of readiness: reads
 * and the other partitions go on, and what mends it is a newer writer, which takes the partition over.
 */
@Component("stoppedPartitions")
class StoppedPartitions implements HealthIndicator {

    private final Map<Integer, Long> offsets = new ConcurrentHashMap<>();

    void add(LoggedCommand.Unknown command) {
        offsets.put(command.partition(), command.offset());
    }

    void remove(int partition) {
        offsets.remove(partition);
    }

    boolean contains(int partition) {
        return offsets.containsKey(partition);
    }

    /** The offset that each of them waits at. */
    Map<Integer, Long> at() {
        return Map.copyOf(offsets);
    }

    @Override
    public Health health() {
        return offsets.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("reason", "commands that this writer does not know; roll out one that knows them")
                        .withDetail("offsets", at())
                        .build();
    }
}
