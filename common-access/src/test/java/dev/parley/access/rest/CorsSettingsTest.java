package dev.parley.access.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CorsSettingsTest {

    @Test
    void letsNoPageInByDefault() {
        var bound = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("parley.cors", CorsSettings.class);
        assertThat(bound).isEqualTo(new CorsSettings(List.of(), Duration.ofHours(1)));
    }
}
