package dev.parley.gateway.typing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TypingSettingsTest {

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        var defaults = new TypingSettings(50, Duration.ofSeconds(2), 100_000, Duration.ofSeconds(60), 20_000);
        assertThat(Defaults.ofRecord("parley.typing", TypingSettings.class)).isEqualTo(defaults);
        assertThat(Defaults.ofFile("parley.typing", TypingSettings.class)).isEqualTo(defaults);
    }
}
