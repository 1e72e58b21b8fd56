package dev.parley.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.StartRefused;
import dev.parley.gateway.testing.Defaults;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JwtSettingsTest {

    @Test
    void hasNoDefaultKey() {
        var settings = Defaults.ofRecord("parley.jwt", JwtSettings.class);
        assertThat(settings).isEqualTo(new JwtSettings(null, Duration.ZERO));
        assertThat(settings.key()).isNull();
    }

    @Test
    void printsNoKey() {
        var secret = "a key of thirty-two bytes or more";
        assertThat(new JwtSettings(secret, Duration.ZERO).toString()).doesNotContain(secret);
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
