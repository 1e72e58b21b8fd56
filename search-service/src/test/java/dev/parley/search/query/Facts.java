package dev.parley.search.query;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.contracts.wire.Event;
import dev.parley.engines.testing.Engines;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events as persistence does. */
final class Facts implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Engines.kafka().bootstrapServers(), "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    /** Waits for the ack. */
    void publish(Event event) {
        var conversationId = ConversationId.ofBytes(event.getConversationId());
        try {
            producer.send(new ProducerRecord<>(
                    Topics.EVENTS,
                    Topics.partition(conversationId, SearchUnderTest.PARTITIONS),
                    RecordKeys.event(event),
                    event.toByteArray()))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
