package dev.parley.gateway.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param secret of HS256; where none is set, Spring Boot's properties of a resource server say whom to trust
 * @param clockSkew for which a token that has expired is still taken, by the secret
 */
@ConfigurationProperties("parley.jwt")
record JwtSettings(@Nullable String secret, @DefaultValue("0s") Duration clockSkew) {

    /** Not bound as a type of its own: where binding fails, Spring Boot prints the value. */
    @Nullable
    Secret key() {
        return secret == null || secret.isEmpty() ? null : new Secret(secret);
    }

    @Override
    public String toString() {
        return "JwtSettings[clockSkew=" + clockSkew + "]";
    }
}
