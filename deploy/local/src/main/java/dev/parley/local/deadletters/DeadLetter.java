package dev.parley.local.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import dev.parley.contracts.DeadLetterHeaders;

/**
 * A record of a {@code .dlt} topic, as the service that could not handle it put it there.
 *
 * @param replayedAs where the last replay of it went
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, Optional<String> replayedAs) {

    public Place place() {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    /** When it was put aside. */
    Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Empty for a record that had none. */
    byte[] value() {
        return record.value() == null ? new byte[0] : record.value();
    }

    String reason() {
        return text(DeadLetterHeaders.REASON).orElse("(no reason given)");
    }

    /** Where the record was read that could not be handled. */
    String origin() {
        return text(DeadLetterHeaders.PARTITION)
                .flatMap(partition -> text(DeadLetterHeaders.OFFSET)
                        .map(offset -> originTopic() + ":" + partition + ":" + offset))
                .orElse("an unknown place");
    }

    String originTopic() {
        var topic = record.topic();
        return topic.substring(0, topic.lastIndexOf('.'));
    }

    /** The dead letter that this record repeated, if it was a replay. */
    Optional<String> replayOf() {
        return text(DeadLetterHeaders.REPLAY_OF);
    }

    Optional<Payload> payload() {
        return Payload.of(originTopic(), value());
    }

    DeadLetter replayedAs(String place) {
        return new DeadLetter(record, Optional.of(place));
    }

    Stream<Header> headers() {
        return Stream.of(record.headers().toArray());
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(DeadLetter::text);
    }

    static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
