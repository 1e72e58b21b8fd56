package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.search.text.AnalyzedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final TopicPartition ZERO = new TopicPartition(Topics.EVENTS, 0);
    private static final TopicPartition ONE = new TopicPartition(Topics.EVENTS, 1);

    private final UserId alice = new UserId("alice");
    private final ConversationId id = ConversationId.direct(alice, new UserId("bob"));
    private final Event known = Events.added(id, 3, alice);
    private final Event unknown = Events.ofANewKind(id, 4);
    private final EventDecoder decoder = new EventDecoder(_ -> new AnalyzedText(List.of(), Set.of()));

    @Test
    void takesNothingFromBehindWhatItDoesNotKnow() {
        var intake = Intake.of(
                records(Map.of(ZERO, List.of(known, unknown, known), ONE, List.of(known, known)), Map.of()), decoder);
        assertThat(intake.unknown()).singleElement().satisfies(at -> {
            assertThat(at.partition()).isZero();
            assertThat(at.offset()).isEqualTo(11);
        });
        assertThat(intake.batch().events()).hasSize(3);
        assertThat(intake.batch().positions()).isEqualTo(Map.of(0, 11L, 1, 12L));
    }

    @Test
    void goesOnBehindHolesThatCompactionLeft() {
        var intake = Intake.of(records(Map.of(ZERO, List.of(known)), Map.of(ZERO, 40L)), decoder);
        assertThat(intake.batch().positions()).isEqualTo(Map.of(0, 40L));
    }

    @Test
    void splitsIntoHalvesThatTellOfNoMoreThanTheyHold() {
        var batch = Intake.of(
                records(Map.of(ZERO, List.of(known, known, known)), Map.of(ZERO, 40L)), decoder).batch();
        assertThat(offsets(batch.firstHalf())).containsExactly(10L);
        assertThat(batch.firstHalf().positions()).isEqualTo(Map.of(0, 11L));
        assertThat(offsets(batch.secondHalf())).containsExactly(11L, 12L);
        assertThat(batch.secondHalf().positions()).isEqualTo(Map.of(0, 40L));
    }

    private static List<Long> offsets(EventBatch batch) {
        return batch.events().stream().map(LoggedEvent::offset).toList();
    }

    /** From offset 10 of each partition. */
    private static ConsumerRecords<byte[], byte[]> records(
            Map<TopicPartition, List<Event>> events, Map<TopicPartition, Long> next) {
        var records = new java.util.LinkedHashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var positions = new java.util.HashMap<TopicPartition, OffsetAndMetadata>();
        events.forEach((partition, values) -> {
            records.put(partition, IntStream.range(0, values.size())
                    .mapToObj(i -> new ConsumerRecord<>(
                            partition.topic(), partition.partition(), 10L + i, new byte[0],
                            values.get(i).toByteArray()))
                    .toList());
            var end = LongStream.of(10, values.size()).sum();
            positions.put(partition, new OffsetAndMetadata(next.getOrDefault(partition, end)));
        });
        return new ConsumerRecords<>(records, positions);
    }
}
