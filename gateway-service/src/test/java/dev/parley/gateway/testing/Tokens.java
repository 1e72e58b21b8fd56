package dev.parley.gateway.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Makes tokens, good and bad. */
public final class Tokens {

    public static final String SECRET = "a secret of tests, which is long enough";

    private Tokens() {}

    public static String of(String user) {
        return of(user, Duration.ofHours(1));
    }

    public static String of(String user, Duration validFor) {
        return signed(user, validFor, SECRET);
    }

    public static String signed(String user, Duration validFor, String secret) {
        var claims = new JWTClaimsSet.Builder().subject(user)
                .expirationTime(Date.from(Instant.now().plus(validFor)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
