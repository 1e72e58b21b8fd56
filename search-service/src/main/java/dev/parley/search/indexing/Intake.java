package dev.parley.search.indexing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What a poll brought.
 *
 * @param batch of a partition whose next event nobody here knows, only what stands before it
 * @param unknown at most one of each partition
 */
record Intake(EventBatch batch, List<LoggedEvent.Unknown> unknown) {

    static Intake of(ConsumerRecords<byte[], byte[]> records, EventDecoder decoder) {
        var events = new ArrayList<LoggedEvent>(records.count());
        var unknown = new ArrayList<LoggedEvent.Unknown>();
        for (var partition : records.partitions()) {
            take(records.records(partition), decoder, events, unknown);
        }
        return new Intake(new EventBatch(events, positions(records, unknown)), List.copyOf(unknown));
    }

    private static void take(
            List<ConsumerRecord<byte[], byte[]>> records,
            EventDecoder decoder,
            List<LoggedEvent> events,
            List<LoggedEvent.Unknown> unknown) {
        for (var record : records) {
            var event = decoder.decode(record);
            if (event instanceof LoggedEvent.Unknown stop) {
                unknown.add(stop);
                return;
            }
            events.add(event);
        }
    }

    private static Map<Integer, Long> positions(
            ConsumerRecords<byte[], byte[]> records, List<LoggedEvent.Unknown> unknown) {
        var positions = new HashMap<Integer, Long>();
        // Not the last offset and one: compaction leaves holes at the end of what was read as well.
        records.nextOffsets().forEach((partition, next) -> positions.put(partition.partition(), next.offset()));
        unknown.forEach(event -> positions.put(event.partition(), event.offset()));
        return positions;
    }
}
