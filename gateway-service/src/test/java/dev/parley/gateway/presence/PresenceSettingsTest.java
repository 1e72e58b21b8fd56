package dev.parley.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PresenceSettingsTest {

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        var defaults = new PresenceSettings(
                Duration.ofSeconds(10),
                2,
                Duration.ofMillis(800),
                Duration.ofSeconds(60),
                Duration.ofDays(30),
                new PresenceSettings.Bounds(100_000, 500, Duration.ofSeconds(2)));
        assertThat(Defaults.ofRecord("parley.presence", PresenceSettings.class)).isEqualTo(defaults);
        assertThat(Defaults.ofFile("parley.presence", PresenceSettings.class)).isEqualTo(defaults);
    }
}
