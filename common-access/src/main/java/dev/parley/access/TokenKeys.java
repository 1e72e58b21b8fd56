package dev.parley.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Whose signatures are believed: a shared secret's, or those of public keys, never both. A public key is only ever
 * tried with algorithms of its own kind, so that nobody can sign by HS256 with what everybody may know.
 */
record TokenKeys(JwtSettings settings, OAuth2ResourceServerProperties.Jwt boots) {

    private static final String BOOTS = "spring.security.oauth2.resourceserver.jwt";

    NimbusJwtDecoder decoder() {
        var secret = settings.key();
        var published = published();
        if (secret != null && published != null) {
            throw new StartRefused("parley.jwt.secret and " + BOOTS + ".* are both set (expected: one of them)");
        }
        if (secret != null) {
            return NimbusJwtDecoder.withSecretKey(secret.hs256()).macAlgorithm(MacAlgorithm.HS256).build();
        }
        if (published == null) {
            throw new StartRefused("no key to check tokens with (expected: parley.jwt.secret, or one of " + BOOTS
                    + ".jwk-set-uri, .issuer-uri, .public-key-location)");
        }
        var algorithms = algorithms();
        return NimbusJwtDecoder.withJwkSource(published)
                .jwsAlgorithms(all -> all.addAll(algorithms))
                .build();
    }

    private @Nullable JWKSource<SecurityContext> published() {
        if (boots.getJwkSetUri() != null) {
            return PublishedKeys.at(boots.getJwkSetUri(), settings.jwkSet());
        }
        if (boots.getIssuerUri() != null) {
            return PublishedKeys.of(boots.getIssuerUri(), settings.jwkSet());
        }
        return boots.getPublicKeyLocation() == null ? null : always(publicKey());
    }

    /** A key from a file has no id, so it is tried whatever id a token names. */
    private static JWKSource<SecurityContext> always(JWK key) {
        return (wanted, _) -> wanted.getMatcher().getKeyTypes().contains(key.getKeyType()) ? List.of(key) : List.of();
    }

    private JWK publicKey() {
        var location = boots.getPublicKeyLocation();
        try {
            return PublicKeys.parse(boots.readPublicKey());
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused(
                    BOOTS + ".public-key-location: " + location + " (expected: a PEM file of an RSA or EC public key)",
                    e);
        }
    }

    private Set<SignatureAlgorithm> algorithms() {
        var algorithms = new LinkedHashSet<SignatureAlgorithm>();
        for (var name : boots.getJwsAlgorithms()) {
            var algorithm = SignatureAlgorithm.from(name);
            if (algorithm == null) {
                throw new StartRefused(BOOTS + ".jws-algorithms: " + name
                        + " (expected: one of a public key, such as RS256 or ES256)");
            }
            algorithms.add(algorithm);
        }
        return algorithms;
    }
}
