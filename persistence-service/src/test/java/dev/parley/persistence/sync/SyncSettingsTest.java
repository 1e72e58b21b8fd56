package dev.parley.persistence.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SyncSettingsTest {

    @Test
    void defaultsAreWhatTheDocsSay() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("parley.sync", SyncSettings.class);
        assertThat(settings).isEqualTo(new SyncSettings(100, 20, DataSize.ofKilobytes(256), Duration.ofSeconds(3), 4,
                Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }
}
