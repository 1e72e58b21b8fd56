package dev.parley.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.gateway.testing.Defaults;
import dev.parley.start.LogSettings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CommandSettingsTest {

    private static final CommandSettings DEFAULTS = new CommandSettings(
            new CommandSettings.Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(2)),
            new CommandSettings.Producer(Duration.ofMillis(2), DataSize.ofKilobytes(64), DataSize.ofMegabytes(32)),
            new CommandSettings.Receipts(Duration.ofMillis(5), 100_000),
            new CommandSettings.Reach(Duration.ofSeconds(2), Duration.ofSeconds(6)),
            100,
            Duration.ofSeconds(60));

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        assertThat(Defaults.ofRecord("parley.commands", CommandSettings.class)).isEqualTo(DEFAULTS);
        assertThat(Defaults.ofFile("parley.commands", CommandSettings.class)).isEqualTo(DEFAULTS);
        assertThat(Defaults.ofFile("parley", LogSettings.class)).isEqualTo(new LogSettings(12));
    }

    @Test
    void keepsTheWholeWayWithinTheDeadlineOfTheAck() {
        assertThat(DEFAULTS.deadlines().delivery()).isEqualTo(Duration.ofSeconds(8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommandSettings.Deadlines(
                        Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .withMessage("parley.commands.deadlines.ack: 2000 ms (expected: at least 500 ms more than twice"
                        + " max-block, which is 1000 ms)");
    }
}
