package dev.parley.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.access.StartRefused;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LogSettingsTest {

    @Test
    void defaultsAreWhatTheDocsSay() {
        var bound = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("parley", LogSettings.class);
        assertThat(bound).isEqualTo(new LogSettings(12));
    }

    @Test
    void refusesALogWithoutPartitions() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogSettings(0))
                .withMessage("parley.partitions: 0 (expected: 1 or more)");
    }

    @Test
    void takesOnlyTopicsOfThisCount() {
        assertThatCode(() -> new LogSettings(3).requireCountOf(topicOf(3))).doesNotThrowAnyException();
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> new LogSettings(3).requireCountOf(topicOf(4)))
                .withMessage("chat.events: 4 partitions (expected: 3, by parley.partitions; a count is final)");
    }

    private static TopicDescription topicOf(int partitions) {
        var all = IntStream.range(0, partitions)
                .mapToObj(each -> new TopicPartitionInfo(each, Node.noNode(), List.of(), List.of()))
                .toList();
        return new TopicDescription("chat.events", false, all);
    }
}
