package dev.parley.search.indexing;

import dev.parley.contracts.Topics;
import dev.parley.start.LogSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Where {@code chat.events} begins and ends, by partition; each answer is one bounded request. */
@Component
class LogOffsets implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogOffsets.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Admin admin;
    private final List<TopicPartition> partitions;
    private final IndexingSettings settings;

    LogOffsets(KafkaAdmin kafka, LogSettings log, IndexingSettings settings) {
        this.admin = Admin.create(kafka.getConfigurationProperties());
        this.partitions = IntStream.range(0, log.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.EVENTS, partition))
                .toList();
        this.settings = settings;
    }

    /** @throws LogUnavailable as all methods do, if Kafka does not answer in time */
    Map<Integer, Long> begins() {
        return offsets(OffsetSpec.earliest());
    }

    Map<Integer, Long> ends() {
        return offsets(OffsetSpec.latest());
    }

    /** Where the log ended at a time past, by the times of its records. */
    Map<Integer, Long> endsAt(Instant time) {
        var first = offsets(OffsetSpec.forTimestamp(time.toEpochMilli()));
        var ends = new HashMap<>(ends());
        // Negative where no record is that young: there the log still ends as it did.
        first.forEach((partition, offset) -> ends.merge(partition, offset, (end, at) -> at < 0 ? end : at));
        return ends;
    }

    /** So that no display shows the lag of a group that nobody is in any more. */
    void forgetGroup(String group) {
        try {
            await(admin.deleteConsumerGroups(List.of(group)).all());
        } catch (LogUnavailable e) {
            // It is gone already, or others are still in it, or Kafka is away: it forgets an empty group by itself.
            log.debug("Group {} is left to Kafka: {}", group, e.getMessage());
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE_TIMEOUT);
    }

    private Map<Integer, Long> offsets(OffsetSpec spec) {
        var wanted = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        var options = new ListOffsetsOptions().timeoutMs(Math.toIntExact(settings.kafkaTimeout().toMillis()));
        var found = await(admin.listOffsets(wanted, options).all());
        return found.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
    }

    private <T> T await(KafkaFuture<T> answer) {
        var timeout = settings.kafkaTimeout();
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LogUnavailable("Kafka did not answer: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new LogUnavailable("Kafka did not answer within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
