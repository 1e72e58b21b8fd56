package dev.parley.gateway.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketIoSettingsTest {

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        var defaults = new SocketIoSettings(Duration.ofSeconds(10), 5, 5_000);
        assertThat(Defaults.ofRecord("parley.socketio", SocketIoSettings.class)).isEqualTo(defaults);
        assertThat(Defaults.ofFile("parley.socketio", SocketIoSettings.class)).isEqualTo(defaults);
    }
}
