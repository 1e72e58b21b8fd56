package dev.parley.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.persistence.StartRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;

class JwtSettingsTest {

    @Test
    void hasNoDefaultKey() {
        var settings = defaults("parley.jwt", JwtSettings.class);
        assertThat(settings).isEqualTo(new JwtSettings(
                null,
                null,
                List.of(),
                Duration.ofSeconds(30),
                new JwtSettings.JwkSet(
                        Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofSeconds(2))));
        assertThatThrownBy(() -> new TokenKeys(settings, new OAuth2ResourceServerProperties.Jwt()).decoder())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no key to check tokens with");
    }

    @Test
    void refusesAShortKeyWithoutPrintingIt() {
        assertThatThrownBy(() -> new Secret("short"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("5 bytes (expected: at least 32")
                .hasMessageNotContaining("short");
    }

    @Test
    void letsNoPageInByDefault() {
        assertThat(defaults("parley.cors", CorsSettings.class))
                .isEqualTo(new CorsSettings(List.of(), Duration.ofHours(1)));
    }

    private static <T> T defaults(String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, type);
    }
}
