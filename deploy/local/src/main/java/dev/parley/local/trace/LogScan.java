package dev.parley.local.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Topics;
import dev.parley.local.targets.Log;

/** Reads stretches of topics. It joins no group and commits nothing. */
final class LogScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STANDSTILL = Duration.ofSeconds(15);
    private static final String PATIENCE_MILLIS = "15000";

    private final Consumer<byte[], byte[]> consumer;

    LogScan(Log log) {
        var properties = new Properties();
        properties.setProperty("default.api.timeout.ms", PATIENCE_MILLIS);
        properties.putAll(log.properties());
        properties.setProperty("enable.auto.commit", "false");
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * What a scan brought.
     *
     * @param read how many records were looked at
     */
    record Found(List<ConsumerRecord<byte[], byte[]>> records, long read, String where) {

        String scanned() {
            return read + " records of " + where;
        }
    }

    /** @param conversation where known: then only its partition is read */
    Found find(String topic, Optional<ConversationId> conversation, Question.Window window,
            Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        var partitions = partitions(topic, conversation);
        var ends = begin(partitions, window);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var read = 0L;
        var lastSeen = System.nanoTime();
        while (!isDone(ends)) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                lastSeen = System.nanoTime();
            } else if (System.nanoTime() - lastSeen > STANDSTILL.toNanos()) {
                throw new TimeoutException(topic + ": no records for " + STANDSTILL.toSeconds() + " s");
            }
            for (var record : records) {
                if (record.offset() < end(ends, record)) {
                    read++;
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                }
            }
        }
        var which = partitions.size() == 1
                ? " partition " + partitions.getFirst().partition()
                : " " + partitions.size() + " partitions";
        return new Found(found, read, topic + which + ", " + window);
    }

    private List<TopicPartition> partitions(String topic, Optional<ConversationId> conversation) {
        var all = consumer.partitionsFor(topic).stream().map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        return conversation.map(id -> List.of(new TopicPartition(topic, Topics.partition(id, all.size()))))
                .orElse(all);
    }

    /** Stands at the beginning of the window; the result says where it ends. */
    private Map<TopicPartition, Long> begin(List<TopicPartition> partitions, Question.Window window) {
        consumer.assign(partitions);
        var ends = new HashMap<>(consumer.endOffsets(partitions));
        var firsts = consumer.offsetsForTimes(times(partitions, window.from().toEpochMilli()));
        var nexts = consumer.offsetsForTimes(times(partitions, window.to().toEpochMilli() + 1));
        for (var partition : partitions) {
            OffsetAndTimestamp first = firsts.get(partition);
            OffsetAndTimestamp next = nexts.get(partition);
            long last = offset(ends.get(partition));
            consumer.seek(partition, first == null ? last : first.offset());
            ends.put(partition, next == null ? last : next.offset());
        }
        return ends;
    }

    private static Map<TopicPartition, Long> times(List<TopicPartition> partitions, long millis) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, millis));
        return times;
    }

    private boolean isDone(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(each -> consumer.position(each.getKey()) >= each.getValue());
    }

    private static long end(Map<TopicPartition, Long> ends, ConsumerRecord<byte[], byte[]> record) {
        return offset(ends.get(new TopicPartition(record.topic(), record.partition())));
    }

    private static long offset(@Nullable Long offset) {
        return offset == null ? 0 : offset;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
