package dev.parley.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QuerySettingsTest {

    static QuerySettings of(Map<String, Object> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("parley.search", QuerySettings.class);
    }

    @Test
    void hasDefaults() {
        var settings = of(Map.of());
        assertThat(settings)
                .isEqualTo(new QuerySettings(20, 100, 1_000, 1_000, Duration.ofSeconds(2), settings.turns()));
        assertThat(settings.turns())
                .isEqualTo(new QuerySettings.TurnSettings(8, 2, 64, 8, Duration.ofMillis(500)));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> of(Map.of("parley.search.max-page", 10)))
                .hasRootCauseMessage("parley.search: page 20, max-page 10, query-code-points 1000, count-to 1000"
                        + " (expected: page from 1 to max-page, 1 or more, 0 or more)");
        assertThatThrownBy(() -> of(Map.of("parley.search.timeout", "500ms")))
                .hasRootCauseMessage("parley.search.timeout: 500 ms (expected: more than turns.max-wait, 500 ms)");
        assertThatThrownBy(() -> of(Map.of("parley.search.turns.at-once", 0)))
                .rootCause().hasMessageContaining("at-once 0");
    }
}
