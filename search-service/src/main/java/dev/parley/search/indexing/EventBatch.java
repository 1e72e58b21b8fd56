package dev.parley.search.indexing;

import dev.parley.search.index.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records on their way into an index, those of a partition in its order.
 *
 * @param positions the next offset to read, by partition, once they are in
 */
record EventBatch(List<LoggedEvent> events, Map<Integer, Long> positions) {

    EventBatch {
        events = List.copyOf(events);
        positions = Map.copyOf(positions);
    }

    boolean isEmpty() {
        return events.isEmpty() && positions.isEmpty();
    }

    /** With the positions behind them only: what follows is not in yet. */
    EventBatch firstHalf() {
        var half = events.subList(0, events.size() / 2);
        var behind = new HashMap<Integer, Long>();
        half.forEach(event -> behind.put(event.partition(), event.offset() + 1));
        return new EventBatch(half, behind);
    }

    EventBatch secondHalf() {
        return new EventBatch(events.subList(events.size() / 2, events.size()), positions);
    }

    List<LoggedEvent.Dead> dead() {
        return events.stream()
                .filter(LoggedEvent.Dead.class::isInstance)
                .map(LoggedEvent.Dead.class::cast)
                .toList();
    }

    List<LoggedEvent.Understood> understood() {
        return events.stream()
                .filter(LoggedEvent.Understood.class::isInstance)
                .map(LoggedEvent.Understood.class::cast)
                .toList();
    }

    Batch changes() {
        return new Batch(
                understood().stream().flatMap(event -> event.changes().stream()).toList(), positions);
    }
}
