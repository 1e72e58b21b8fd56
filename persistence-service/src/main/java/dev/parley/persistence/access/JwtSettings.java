package dev.parley.persistence.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens signed with a shared secret. Without one, Spring Boot's resource-server properties name the key (a JWK set, an
 * issuer, a public key); there is no default key.
 *
 * @param secret of HS256, at least 32 bytes in UTF-8
 * @param clockSkew how far the issuer's clock may be off
 */
@ConfigurationProperties("parley.jwt")
public record JwtSettings(@Nullable String secret, @DefaultValue("30s") Duration clockSkew) {

    private static final int MIN_SECRET_BYTES = 32;

    public JwtSettings {
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("parley.jwt.secret: "
                    + secret.getBytes(StandardCharsets.UTF_8).length + " bytes (expected: at least " + MIN_SECRET_BYTES
                    + ")");
        }
    }

    SecretKey key() {
        if (secret == null) {
            throw new IllegalStateException("parley.jwt.secret: missing (expected: at least 32 bytes)");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    @Override
    public String toString() {
        return "JwtSettings[clockSkew=" + clockSkew + "]";
    }
}
