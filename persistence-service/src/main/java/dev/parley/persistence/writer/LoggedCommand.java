package dev.parley.persistence.writer;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec.Envelope;
import dev.parley.contracts.CommandKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What stands at one place of the log. */
sealed interface LoggedCommand {

    ConsumerRecord<byte[], byte[]> source();

    default int partition() {
        return source().partition();
    }

    default long offset() {
        return source().offset();
    }

    record Valid(ConsumerRecord<byte[], byte[]> source, Command command) implements LoggedCommand {}

    /**
     * Can't be handled, now or ever: goes to the dead letters.
     *
     * @param envelope null where not even its sender can be read
     * @param kind null where it can't be read
     */
    record Dead(
            ConsumerRecord<byte[], byte[]> source,
            String reason,
            @Nullable Envelope envelope,
            @Nullable CommandKind kind)
            implements
                LoggedCommand {}

    /** Of a kind that a newer gateway knows: has to wait for a newer writer. */
    record Unknown(ConsumerRecord<byte[], byte[]> source, String reason) implements LoggedCommand {}
}
