package dev.parley.persistence;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.CommandId;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.engines.testing.Engines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes commands as a gateway does, and reads what came of them. */
public final class Log implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Engines.kafka().bootstrapServers(), "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    public static Command send(UserId from, UserId to, String text) {
        return send(from, to, text, new MessageId(UUID.randomUUID()));
    }

    public static Command send(UserId from, UserId to, String text, MessageId messageId) {
        return command(
                from,
                ConversationId.direct(from, to),
                new CommandId(messageId.value()),
                new Command.SendMessage(messageId, new Content(text), to, null));
    }

    public static Command command(UserId from, ConversationId conversationId, Command.Body body) {
        return command(from, conversationId, new CommandId(UUID.randomUUID()), body);
    }

    private static Command command(UserId from, ConversationId conversationId, CommandId id, Command.Body body) {
        return new Command(id, from, conversationId, Instant.ofEpochMilli(System.currentTimeMillis()), null, body);
    }

    public RecordMetadata append(Command command) {
        return append(command.conversationId(), CommandCodec.encode(command));
    }

    /** Waits for the ack, so that what is appended next stands behind it. */
    public RecordMetadata append(ConversationId conversationId, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(
                    Topics.COMMANDS,
                    Topics.partition(conversationId, ServiceUnderTest.PARTITIONS),
                    RecordKeys.command(conversationId),
                    value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody whose direct conversation with {@code user} lies in this partition. */
    public static UserId friendIn(int partition, UserId user) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> new UserId("friend-" + n))
                .filter(friend -> Topics.partition(ConversationId.direct(user, friend),
                        ServiceUnderTest.PARTITIONS) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** All events of a conversation so far, in the order in which they were published. */
    public static List<Event> events(ConversationId conversationId) throws Exception {
        var events = new ArrayList<Event>();
        for (var record : read(Topics.EVENTS)) {
            var event = Event.parseFrom(record.value());
            if (event.getConversationId().equals(conversationId.toBytes())) {
                events.add(event);
            }
        }
        return events;
    }

    /** All records of a topic so far. */
    public static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Engines.kafka().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(topic, info.partition()))
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

    @Override
    public void close() {
        producer.close();
    }
}
