package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.persistence.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final byte[] SOUND = CommandCodec.encode(Log.send(new UserId("a"), new UserId("b"), "hello"));

    @Test
    void putsWhatCannotBeReadAsideAndReadsOn() {
        var intake = intake(null, new byte[]{1, 2, 3}, SOUND);

        assertThat(intake.unknown()).isEmpty();
        assertThat(intake.batch().commands()).hasExactlyElementsOfTypes(LoggedCommand.Dead.class,
                LoggedCommand.Dead.class, LoggedCommand.Valid.class);
    }

    private static Intake intake(byte[] @Nullable... values) {
        var partition = new TopicPartition(Topics.COMMANDS, 0);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (var value : values) {
            records.add(new ConsumerRecord<>(partition.topic(), partition.partition(), records.size(), null, value));
        }
        return Intake.of(new ConsumerRecords<>(Map.of(partition, List.copyOf(records)), Map.of()));
    }
}
