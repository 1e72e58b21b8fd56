package dev.parley.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What a token with a good signature still has to say, whichever kind of key signed it. */
record TokenRules(@Nullable String issuer, List<String> audience, JwtTimestampValidator times) {

    static TokenRules of(JwtSettings settings, OAuth2ResourceServerProperties.Jwt boots) {
        var audience = new ArrayList<>(settings.audience());
        audience.addAll(Objects.requireNonNullElse(boots.getAudiences(), List.of()));
        var times = new JwtTimestampValidator(settings.clockSkew());
        // Without an end, a token that leaked could never be outlived, and its sockets would stay for good.
        times.setAllowEmptyExpiryClaim(false);
        return new TokenRules(
                settings.issuer() == null ? boots.getIssuerUri() : settings.issuer(), List.copyOf(audience), times);
    }

    OAuth2TokenValidator<Jwt> validator() {
        var all = new ArrayList<OAuth2TokenValidator<Jwt>>(List.of(accessTokens(), times, new SubjectValidator()));
        if (issuer != null) {
            all.add(new JwtIssuerValidator(issuer));
        }
        if (!audience.isEmpty()) {
            all.add(new JwtClaimValidator<List<String>>(
                    JwtClaimNames.AUD, named -> named != null && named.stream().anyMatch(audience::contains)));
        }
        return new DelegatingOAuth2TokenValidator<>(all);
    }

    /** What an issuer signs for other ends, such as a logout, is no access token. */
    private static JwtTypeValidator accessTokens() {
        var types = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        types.setAllowEmpty(true);
        return types;
    }
}
