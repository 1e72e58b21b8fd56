package dev.parley.access;

import dev.parley.access.settings.Range;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tokens are taken.
 *
 * @param secret The key that tokens are signed with by HS256, of 32 bytes or more; where there is none, Spring Boot's
 *     properties of a resource server say whom to trust.
 * @param issuer The issuer that a token has to name; unset, that of Spring Boot's {@code issuer-uri}, or else any.
 * @param audience The audiences of which a token has to name one, beside those that Spring Boot's properties of a
 *     resource server name; an empty list takes any.
 * @param clockSkew How far the issuer's clock may be off: a token is taken for this much longer than it says.
 */
@ConfigurationProperties("parley.jwt")
public record JwtSettings(
        @Nullable String secret,
        @Nullable String issuer,
        @DefaultValue List<String> audience,
        @Range(from = 0) @DefaultValue("30s") Duration clockSkew,
        @DefaultValue JwkSet jwkSet) {

    public JwtSettings {
        audience = List.copyOf(audience);
    }

    /**
     * Of a JWK set that is fetched.
     *
     * @param refresh How often a JWK set is fetched again: a key that was taken out of it ends by then; at least twice
     *     the timeout.
     * @param outage How long the keys of a JWK set are used while it can't be fetched; no less than {@code refresh}.
     * @param interval In which a JWK set is fetched at most twice, whatever keys tokens name.
     * @param timeout How long connecting to the place of a JWK set may take, and reading from it.
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
