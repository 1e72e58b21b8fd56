package dev.parley.search.indexing;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Partitions whose next event is of a kind that this instance does not know. It is no part of readiness: searches go on
 * until the index is stale, and what mends it is a newer version, which takes the partition over.
 */
@Component("stoppedPartitions")
class StoppedPartitions implements HealthIndicator {

    private final Map<Stop, Long> offsets = new ConcurrentHashMap<>();

    private record Stop(int generation, int partition) {}

    void add(int generation, LoggedEvent.Unknown event) {
        offsets.put(new Stop(generation, event.partition()), event.offset());
    }

    void remove(int generation, int partition) {
        offsets.remove(new Stop(generation, partition));
    }

    boolean contains(int generation, int partition) {
        return offsets.containsKey(new Stop(generation, partition));
    }

    int count() {
        return offsets.size();
    }

    /** The offset that each of them waits at, whichever generation is to have it. */
    Map<Integer, Long> at() {
        var partitions = new TreeMap<Integer, Long>();
        offsets.forEach((stop, offset) -> partitions.merge(stop.partition(), offset, Math::min));
        return partitions;
    }

    @Override
    public Health health() {
        return offsets.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("reason", "events that this version does not know; roll out one that knows them")
                        .withDetail("offsets", at())
                        .build();
    }
}
