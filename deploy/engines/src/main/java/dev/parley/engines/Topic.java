package dev.parley.engines;

import java.util.Map;

/** A topic as it is to be created; the replication follows from the cluster. */
public record Topic(String name, int partitions, Map<String, String> config) {

    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions of " + name + ": " + partitions + " (expected: 1 or more)");
        }
        config = Map.copyOf(config);
    }

    public Topic(String name, int partitions) {
        this(name, partitions, Map.of());
    }
}
