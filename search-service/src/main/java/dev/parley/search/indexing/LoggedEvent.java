package dev.parley.search.indexing;

import dev.parley.search.index.Change;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What stands at one place of the log. */
sealed interface LoggedEvent {

    ConsumerRecord<byte[], byte[]> source();

    default int partition() {
        return source().partition();
    }

    default long offset() {
        return source().offset();
    }

    /** @param at when it happened, by its own account */
    record Understood(ConsumerRecord<byte[], byte[]> source, List<Change> changes, Instant at)
            implements
                LoggedEvent {

        public Understood {
            changes = List.copyOf(changes);
        }
    }

    /** A tombstone, that only compaction needs. */
    record Skipped(ConsumerRecord<byte[], byte[]> source) implements LoggedEvent {}

    /** Can't be indexed, now or ever: goes to the dead letters. */
    record Dead(ConsumerRecord<byte[], byte[]> source, String reason) implements LoggedEvent {}

    /** Of a kind that a newer writer knows: has to wait for a newer indexer. */
    record Unknown(ConsumerRecord<byte[], byte[]> source, String reason) implements LoggedEvent {}
}
