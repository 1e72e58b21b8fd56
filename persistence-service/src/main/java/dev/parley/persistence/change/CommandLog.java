package dev.parley.persistence.change;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.persistence.LogSettings;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Appends commands, as a gateway does. */
@Component
class CommandLog {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final int partitions;

    CommandLog(KafkaTemplate<byte[], byte[]> kafka, LogSettings log) {
        this.kafka = kafka;
        this.partitions = log.partitions();
    }

    /** @throws ChatException if the log does not take it in time; it may be in it all the same */
    LogPosition append(Command command, Duration timeout) {
        var record = new ProducerRecord<>(
                Topics.COMMANDS,
                Topics.partition(command.conversationId(), partitions),
                RecordKeys.command(command.conversationId()),
                CommandCodec.encode(command));
        try {
            var metadata = kafka.send(record).get(timeout.toMillis(), TimeUnit.MILLISECONDS).getRecordMetadata();
            return new LogPosition(metadata.partition(), metadata.offset());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw ChatException.unavailable("the log did not take the command in time; try again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChatException.unavailable("the service is stopping; try again");
        }
    }
}
