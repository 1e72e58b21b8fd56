package dev.parley.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenSignerTest {

    private static final Clock NOON = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    @Test
    void signsTheClaimsOfAUser() {
        var parts = new TokenSigner("your-256-bit-secret", Duration.ofMinutes(1), NOON).tokenFor(new UserId("alice"))
                .split("\\.");
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"sub\":\"alice\",\"iat\":1700000000,\"exp\":1700000060}");
        assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(32);
    }

    @Test
    void carriesTheClaimsItWasGiven() {
        var parts = new TokenSigner("your-256-bit-secret", Duration.ofMinutes(1), NOON, Map.of("aud", "chat"))
                .tokenFor(new UserId("alice")).split("\\.");

        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .contains("\"aud\":\"chat\"");
    }

    @Test
    void refusesABlankSecret() {
        assertThatThrownBy(() -> new TokenSigner("  ", Duration.ofMinutes(1), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank");
    }
}
