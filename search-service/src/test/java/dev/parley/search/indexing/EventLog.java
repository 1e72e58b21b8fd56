package dev.parley.search.indexing;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.engines.KafkaNode;
import dev.parley.engines.RunningEngine;
import dev.parley.engines.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker of its own, since what a test leaves in its log concerns all who read it; and a writer of events. */
final class EventLog implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final RunningEngine<KafkaNode> broker;
    private final KafkaProducer<byte[], byte[]> producer;

    private EventLog(RunningEngine<KafkaNode> broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.engine().bootstrapServers(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static EventLog in(Path folder) throws IOException, InterruptedException {
        var broker = RunningEngine.start(KafkaNode.in(folder));
        dev.parley.engines.Topics.create(broker.engine().bootstrapServers(), List.of(
                new Topic(Topics.EVENTS, PARTITIONS),
                new Topic(Topics.deadLettersOf(Topics.EVENTS), PARTITIONS)));
        return new EventLog(broker);
    }

    RunningEngine<KafkaNode> broker() {
        return broker;
    }

    String bootstrapServers() {
        return broker.engine().bootstrapServers();
    }

    /** Waits for the ack. */
    RecordMetadata append(Event event) {
        return acked(send(event));
    }

    RecordMetadata append(int partition, byte[] key, byte @Nullable [] value) {
        return acked(producer.send(new ProducerRecord<>(Topics.EVENTS, partition, key, value)));
    }

    /** In as few requests as may be. */
    void appendAll(List<Event> events) {
        events.stream().map(this::send).toList().forEach(EventLog::acked);
    }

    private Future<RecordMetadata> send(Event event) {
        return producer.send(new ProducerRecord<>(
                Topics.EVENTS,
                partition(ConversationId.ofBytes(event.getConversationId())),
                key(event),
                event.toByteArray()));
    }

    private static RecordMetadata acked(Future<RecordMetadata> ack) {
        try {
            return ack.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Those of an unknown kind have no key that anybody knows here. */
    private static byte[] key(Event event) {
        return event.getBodyCase() == Event.BodyCase.BODY_NOT_SET
                ? event.getConversationId().toByteArray()
                : RecordKeys.event(event);
    }

    static int partition(ConversationId id) {
        return Topics.partition(id, PARTITIONS);
    }

    /** Somebody whose direct conversation with {@code user} lies in this partition. */
    static UserId friendIn(int partition, UserId user) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> new UserId("friend-" + n))
                .filter(friend -> partition(ConversationId.direct(user, friend)) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** All records of a topic so far. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** How many have a share of the partitions, of those who follow a generation. */
    long followers(int generation) throws ExecutionException, InterruptedException {
        var group = "parley-search-" + generation;
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers()))) {
            var found = admin.describeConsumerGroups(List.of(group)).describedGroups().get(group);
            return Objects.requireNonNull(found).get().members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        }
    }

    @Override
    public void close() throws IOException {
        producer.close(Duration.ZERO);
        try {
            broker.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
