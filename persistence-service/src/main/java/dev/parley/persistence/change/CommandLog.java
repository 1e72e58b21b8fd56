package dev.parley.persistence.change;

import dev.parley.access.metrics.CommandMeters;
import dev.parley.access.rest.ChatException;
import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.CommandKind;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.start.LogSettings;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Appends commands, as a gateway does. */
@Component
class CommandLog {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final int partitions;
    private final CommandMeters meters;
    private final Tracing tracing;

    CommandLog(KafkaTemplate<byte[], byte[]> kafka, LogSettings log, MeterRegistry registry, Tracing tracing) {
        this.kafka = kafka;
        this.partitions = log.partitions();
        this.meters = new CommandMeters(registry);
        this.tracing = tracing;
    }

    /** @throws ChatException if the log does not take it in time; it may be in it all the same */
    LogPosition append(Command command, Duration timeout) {
        var record = new ProducerRecord<>(
                Topics.COMMANDS,
                Topics.partition(command.conversationId(), partitions),
                RecordKeys.command(command.conversationId()),
                CommandCodec.encode(command));
        var kind = CommandKind.of(command);
        meters.taken(kind);
        var span = tracing.current().child("publish chat.commands", Span.Kind.PRODUCER);
        if (span.isRecorded()) {
            record.headers().add(Tracing.HEADER, span.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        try {
            var metadata = kafka.send(record).whenComplete((_, failure) -> count(kind, failure))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS).getRecordMetadata();
            return new LogPosition(metadata.partition(), metadata.offset());
        } catch (KafkaException e) {
            meters.failed(kind);
            throw unavailable();
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChatException.unavailable("the service is stopping; try again");
        } finally {
            span.end();
        }
    }

    /** As the log says in the end, whether anybody still waits for it or not. */
    private void count(CommandKind kind, @Nullable Throwable failure) {
        if (failure == null) {
            meters.accepted(kind);
        } else {
            meters.failed(kind);
        }
    }

    private static ChatException unavailable() {
        return ChatException.unavailable("the log did not take the command in time; try again");
    }
}
