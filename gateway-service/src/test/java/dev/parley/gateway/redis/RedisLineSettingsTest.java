package dev.parley.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisLineSettingsTest {

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        var defaults = new RedisLineSettings(Duration.ofMillis(500), Duration.ofSeconds(2));
        assertThat(Defaults.ofRecord("parley.redis-line", RedisLineSettings.class)).isEqualTo(defaults);
        assertThat(Defaults.ofFile("parley.redis-line", RedisLineSettings.class)).isEqualTo(defaults);
    }
}
