package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SessionSettingsTest {

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        var defaults = new SessionSettings(
                new SessionSettings.Handshake(List.of("*"), Duration.ofSeconds(2)),
                new SessionSettings.Heartbeat(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(1)),
                new SessionSettings.Outbound(1024, DataSize.ofMegabytes(1), Duration.ofSeconds(5)),
                new SessionSettings.Shutdown(
                        Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(5)),
                5,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
        assertThat(Defaults.ofRecord("parley.gateway", SessionSettings.class)).isEqualTo(defaults);
        assertThat(Defaults.ofFile("parley.gateway", SessionSettings.class)).isEqualTo(defaults);
    }
}
