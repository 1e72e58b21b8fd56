package dev.parley.search.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PostgresSettingsTest {

    @Test
    void hasTheDefaultsThatAreWrittenDown() {
        var settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("parley.search.postgres", PostgresSettings.class);

        assertThat(settings).isEqualTo(new PostgresSettings(2_000));
    }

    @Test
    void refusesToRankNothing() {
        assertThatThrownBy(() -> new PostgresSettings(0))
                .hasMessage("parley.search.postgres.ranked: 0 (expected: 1 or more)");
    }
}
