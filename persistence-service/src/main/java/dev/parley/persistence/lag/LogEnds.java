package dev.parley.persistence.lag;

import dev.parley.contracts.Topics;
import dev.parley.start.LogSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Where {@code chat.commands} ends, by partition: one bounded request for all of them. */
@Component
class LogEnds implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> partitions;
    private final LagSettings settings;

    LogEnds(KafkaAdmin kafka, LogSettings log, LagSettings settings) {
        this.admin = Admin.create(kafka.getConfigurationProperties());
        this.partitions = IntStream.range(0, log.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.COMMANDS, partition))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        this.settings = settings;
    }

    /** @throws IllegalStateException if Kafka does not answer in time */
    Map<Integer, Long> now() {
        var timeout = Math.toIntExact(settings.kafkaTimeout().toMillis());
        try {
            var ends = admin.listOffsets(partitions, new ListOffsetsOptions().timeoutMs(timeout))
                    .all()
                    .get(timeout, TimeUnit.MILLISECONDS);
            return ends.entrySet().stream().collect(Collectors.toMap(
                    end -> end.getKey().partition(), end -> end.getValue().offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer within " + timeout + " ms", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE_TIMEOUT);
    }
}
