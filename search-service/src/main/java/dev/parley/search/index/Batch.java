package dev.parley.search.index;

import java.util.List;
import java.util.Map;

/**
 * What is written at once.
 *
 * @param changes in the order of the log; several may be about the same entity
 * @param positions the next offset to read, by partition, once the changes are in
 */
public record Batch(List<Change> changes, Map<Integer, Long> positions) {

    public Batch {
        changes = List.copyOf(changes);
        positions = Map.copyOf(positions);
    }
}
