package dev.parley.local.deadletters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import dev.parley.contracts.Topics;
import dev.parley.local.deadletters.Gathering.Kept;

/** Reads the {@code .dlt} topics from end to end. They are short: a healthy system has nothing in them. */
public final class DeadLetterLog {

    static final String COMMANDS = Topics.deadLettersOf(Topics.COMMANDS);
    private static final List<String> TOPICS = List.of(COMMANDS, Topics.deadLettersOf(Topics.EVENTS),
            Topics.deadLettersOf(Topics.NOTIFICATIONS));
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int FETCH_BYTES = 8 << 20;

    private final Properties properties;

    /** @param client what a client of this Kafka needs */
    public DeadLetterLog(Properties client) {
        properties = new Properties();
        properties.putAll(client);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(FETCH_BYTES));
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
    }

    /** @param letters the newest first */
    record Newest(List<DeadLetter> letters, long seen) {}

    Newest newest(int most) throws DeadLetterException {
        var gathering = new Gathering(Kept.NEWEST, most);
        read(consumer -> beginnings(consumer, TOPICS), gathering::take);
        return new Newest(gathering.letters(), gathering.seen());
    }

    /** Commands that nobody has replayed yet, the oldest first. */
    public List<DeadLetter> waiting(int most) throws DeadLetterException {
        var gathering = new Gathering(Kept.OLDEST_WAITING, most);
        read(consumer -> beginnings(consumer, List.of(COMMANDS)), gathering::take);
        return gathering.letters();
    }

    public DeadLetter at(Place place) throws DeadLetterException {
        requireDeadLetters(place);
        var gathering = new Gathering(Kept.NEWEST, 1);
        var partition = new TopicPartition(place.topic(), place.partition());
        read(consumer -> beginnings(consumer, List.of(place.topic())).containsKey(partition)
                ? Map.of(partition, place.offset())
                : Map.of(), record -> {
                    if (record.offset() == place.offset()
                            || Note.read(record).map(Note::letter).equals(Optional.of(place))) {
                        gathering.take(record);
                    }
                });
        return gathering.letters().stream().findFirst()
                .orElseThrow(
                        () -> new DeadLetterException(place + ": no dead letter there (expected: one of dlt list)"));
    }

    private static void requireDeadLetters(Place place) throws DeadLetterException {
        if (!TOPICS.contains(place.topic())) {
            throw new DeadLetterException(place.topic() + ": no topic of dead letters (expected: one of "
                    + String.join(", ", TOPICS) + ")");
        }
    }

    /** Up to where the topics end now. */
    private void read(Function<KafkaConsumer<byte[], byte[]>, Map<TopicPartition, Long>> from,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) throws DeadLetterException {
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var starts = from.apply(consumer);
            consumer.assign(starts.keySet());
            starts.forEach(consumer::seek);
            var ends = consumer.endOffsets(starts.keySet());
            var answered = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(POLL);
                records.forEach(reader);
                answered = records.isEmpty() ? answered : System.nanoTime();
                if (System.nanoTime() - answered > PATIENCE.toNanos()) {
                    throw new DeadLetterException("Kafka has not gone on answering for " + PATIENCE.toSeconds() + " s");
                }
            }
        } catch (KafkaException e) {
            throw new DeadLetterException("dead letters can't be read: " + e.getMessage(), e);
        }
    }

    /** Topics that there are not hold nothing: a system without a webhook needs no third. */
    private static Map<TopicPartition, Long> beginnings(KafkaConsumer<byte[], byte[]> consumer, List<String> topics) {
        var partitions = consumer.listTopics().entrySet().stream().filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
        return consumer.beginningOffsets(partitions);
    }
}
