package dev.parley.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.StartRefused;
import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JwtSettingsTest {

    @Test
    void hasNoDefaultKey() {
        var settings = Defaults.ofRecord("parley.jwt", JwtSettings.class);
        assertThat(settings.key()).isNull();
    }

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        assertThat(Defaults.ofRecord("parley.jwt", JwtSettings.class)).isEqualTo(settings(null));
        assertThat(Defaults.ofFile("parley.jwt", JwtSettings.class)).isEqualTo(settings(null));
    }

    @Test
    void refusesAnOutageThatIsShorterThanTheRefresh() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new JwtSettings.JwkSet(Duration.ofMinutes(5), Duration.ofMinutes(4), second, second))
                .hasMessageContaining("refresh 300000 ms, outage 240000 ms");
    }

    private static JwtSettings settings(@Nullable String secret) {
        return new JwtSettings(
                secret,
                null,
                List.of(),
                Duration.ofSeconds(30),
                new JwtSettings.JwkSet(
                        Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofSeconds(2)),
                1000);
    }

    @Test
    void printsNoKey() {
        var secret = "a key of thirty-two bytes or more";
        assertThat(settings(secret).toString()).doesNotContain(secret);
        assertThat(new Secret(secret).toString()).doesNotContain(secret);
    }

    @Test
    void countsTheBytesOfAKey() {
        assertThat(new Secret("é".repeat(16)).hs256().getEncoded()).hasSize(32);
        assertThatThrownBy(() -> new Secret("é".repeat(15)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("30 bytes (expected: at least 32");
    }
}
