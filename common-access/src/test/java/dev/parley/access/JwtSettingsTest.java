package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class JwtSettingsTest {

    @Test
    void hasDefaultsButNoDefaultKey() {
        var bound = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("parley.jwt", JwtSettings.class);
        assertThat(bound).isEqualTo(settings(null));
        assertThat(bound.key()).isNull();
    }

    @Test
    void refusesAnOutageThatIsShorterThanTheRefresh() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new JwtSettings.JwkSet(Duration.ofMinutes(5), Duration.ofMinutes(4), second, second))
                .hasMessageContaining("refresh 300000 ms, outage 240000 ms");
    }

    @Test
    void printsNoKey() {
        var secret = "a key of thirty-two bytes or more";
        assertThat(settings(secret).toString()).doesNotContain(secret);
        assertThat(new Secret(secret).toString()).doesNotContain(secret);
    }

    @Test
    void countsTheBytesOfAKeyAndPrintsNoneOfThem() {
        assertThat(new Secret("é".repeat(16)).hs256().getEncoded()).hasSize(32);
        assertThatThrownBy(() -> new Secret("é".repeat(15)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("30 bytes (expected: at least 32")
                .hasMessageNotContaining("é");
    }

    private static JwtSettings settings(@Nullable String secret) {
        return new JwtSettings(
                secret,
                null,
                List.of(),
                Duration.ofSeconds(30),
                new JwtSettings.JwkSet(
                        Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofSeconds(2)));
    }
}
