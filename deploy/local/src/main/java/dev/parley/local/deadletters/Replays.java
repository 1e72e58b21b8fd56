package dev.parley.local.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import dev.parley.contracts.Command;
import dev.parley.contracts.DeadLetterHeaders;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;

/**
 * Writes dead commands to the end of {@code chat.commands} again. The dead letter stays, and a note behind it says where
 * its repetition went: a crash between the two leaves it unsaid, and a second replay finds the message id taken.
 */
public final class Replays implements AutoCloseable {

    /** They say why and where the record failed before; the next time it fails, it gets its own. */
    private static final Set<String> OF_THE_FAILURE = Set.of(DeadLetterHeaders.REASON, DeadLetterHeaders.PARTITION,
            DeadLetterHeaders.OFFSET, DeadLetterHeaders.REPLAY_OF);

    private final KafkaProducer<byte[], byte[]> producer;

    /** @param client what a client of this Kafka needs */
    public Replays(Properties client) {
        var properties = new Properties();
        properties.putAll(client);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "15000");
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @return its new place; it is on all in-sync replicas */
    public Place replay(DeadLetter letter, Command command) throws DeadLetterException, InterruptedException {
        try {
            var place = append(repetition(letter, command));
            append(Note.of(letter, place).record(letter.record().key()));
            return place;
        } catch (ExecutionException | KafkaException e) {
            throw new DeadLetterException(
                    letter.place() + ": not known to be replayed: " + e.getMessage() + " (safe to try again)", e);
        }
    }

    private ProducerRecord<byte[], byte[]> repetition(DeadLetter letter, Command command) {
        var partitions = producer.partitionsFor(Topics.COMMANDS).size();
        var conversation = command.conversationId();
        var record = new ProducerRecord<>(Topics.COMMANDS, Topics.partition(conversation, partitions),
                RecordKeys.command(conversation), letter.value());
        letter.headers().filter(header -> !OF_THE_FAILURE.contains(header.key())).forEach(record.headers()::add);
        record.headers().add(DeadLetterHeaders.REPLAY_OF, letter.place().toString().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private Place append(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
        var written = producer.send(record).get();
        return new Place(written.topic(), written.partition(), written.offset());
    }

    @Override
    public void close() {
        producer.close();
    }
}
