package dev.parley.persistence.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LagSettingsTest {

    @Test
    void looksEverySecond() {
        assertThat(new Binder(new MapConfigurationPropertySource()).bindOrCreate("parley.lag", LagSettings.class))
                .isEqualTo(new LagSettings(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5)));
    }
}
