package dev.parley.local.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

import dev.parley.contracts.DeadLetterHeaders;

/**
 * A record without a value, in the partition of a dead letter and behind it, that says where it was replayed to. It goes
 * away with what it is about, by the same retention, and costs no scan of the log to find.
 */
record Note(Place letter, String replayedAs) {

    static Note of(DeadLetter letter, Place replayedAs) {
        return new Note(letter.place(), replayedAs.toString());
    }

    static Optional<Note> read(ConsumerRecord<byte[], byte[]> record) {
        var offset = record.headers().lastHeader(DeadLetterHeaders.REPLAY_OF);
        var replayedAs = record.headers().lastHeader(DeadLetterHeaders.REPLAYED_AS);
        if (record.value() != null || offset == null || replayedAs == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Note(Place.parse(DeadLetter.text(offset)), DeadLetter.text(replayedAs)));
        } catch (DeadLetterException e) {
            return Optional.empty();
        }
    }

    ProducerRecord<byte[], byte[]> record(byte[] key) {
        var record = new ProducerRecord<byte[], byte[]>(letter.topic(), letter.partition(), key, null);
        record.headers()
                .add(DeadLetterHeaders.REPLAY_OF, letter.toString().getBytes(StandardCharsets.UTF_8))
                .add(DeadLetterHeaders.REPLAYED_AS, replayedAs.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
