package dev.parley.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tokens are taken.
 *
 * @param secret of HS256; where none is set, Spring Boot's properties of a resource server say whom to trust
 * @param issuer that a token has to name; null for any, or that of Spring Boot's {@code issuer-uri}
 * @param audience of which a token has to name one, on top of Spring Boot's {@code audiences}; none for any
 * @param clockSkew by which the issuer's clock may be off: a token is taken for this much longer than it says
 */
@ConfigurationProperties("parley.jwt")
public record JwtSettings(
        @Nullable String secret,
        @Nullable String issuer,
        @DefaultValue List<String> audience,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue JwkSet jwkSet) {

    public JwtSettings {
        audience = List.copyOf(audience);
    }

    /**
     * Of a JWK set that is fetched.
     *
     * @param refresh after which it is fetched again: a key that was taken out of it ends by then
     * @param outage for which its keys are used while it can't be fetched
     * @param interval in which it is fetched at most twice, whatever keys tokens name
     * @param timeout of connecting, and of reading
     */
    public record JwkSet(
            @DefaultValue("5m") Duration refresh,
            @DefaultValue("1h") Duration outage,
            @DefaultValue("10s") Duration interval,
            @DefaultValue("2s") Duration timeout) {

        public JwkSet {
            if (timeout.multipliedBy(2).compareTo(refresh) > 0 || refresh.compareTo(outage) > 0) {
                throw new IllegalArgumentException("parley.jwt.jwk-set: timeout " + timeout.toMillis() + " ms, refresh "
                        + refresh.toMillis() + " ms, outage " + outage.toMillis()
                        + " ms (expected: twice the timeout at most the refresh, and that at most the outage)");
            }
        }
    }

    /** Not bound as a type of its own: where binding fails, Spring Boot prints the value. */
    @Nullable
    Secret key() {
        return secret == null || secret.isEmpty() ? null : new Secret(secret);
    }

    @Override
    public String toString() {
        return "JwtSettings[issuer=" + issuer + ", audience=" + audience + ", clockSkew=" + clockSkew + ", jwkSet="
                + jwkSet + "]";
    }
}
