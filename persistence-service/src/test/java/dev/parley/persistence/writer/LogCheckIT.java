package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.StartRefused;
import dev.parley.contracts.Topics;
import dev.parley.persistence.RequiresTopics;
import dev.parley.persistence.ServiceUnderTest;
import dev.parley.start.LogCheck;
import dev.parley.start.LogSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.kafka.core.KafkaAdmin;

/** A service that was told of another log than there is. */
class LogCheckIT extends ServiceUnderTest {

    @Autowired
    private KafkaAdmin kafka;

    @Autowired
    private WriterSettings settings;

    @Test
    void refusesALogOfAnotherSize() {
        var check = check(new LogSettings(PARTITIONS + 1), settings, List.of());

        assertThatThrownBy(check::requireTopics).isInstanceOf(StartRefused.class)
                .hasMessageMatching(
                        "chat\\.\\S+: %d partitions \\(expected: %d, by parley.partitions; a count is final\\)"
                                .formatted(PARTITIONS, PARTITIONS + 1));
    }

    @Test
    void refusesALogWithoutATopic() {
        var impatient = new Binder(new MapConfigurationPropertySource(Map.of("parley.writer.start-timeout", "1s")))
                .bindOrCreate("parley.writer", WriterSettings.class);
        var check = check(
                new LogSettings(PARTITIONS), impatient, List.of(() -> List.of(Topics.deadLettersOf("none"))));

        assertThatThrownBy(check::requireTopics).isInstanceOf(StartRefused.class)
                .hasMessageContaining("none.dlt] can't be described: ");
    }

    private LogCheck check(LogSettings log, WriterSettings settings, List<RequiresTopics> parts) {
        return new WriterConfiguration().logCheck(kafka, log, settings, parts);
    }
}
