package dev.parley.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Real keys, and a real issuer over HTTP. */
class TokenRulesTest {

    private static final String SECRET = "a secret of tests, which is long enough";
    private static final JWK RSA = Issuer.rsa("r1");
    private static final JWK ELLIPTIC = Issuer.elliptic("e1");

    /** Nobody knows whether a token is good while its key can't be looked up. */
    private enum Verdict {
        TAKEN,
        REFUSED,
        NOT_NOW
    }

    private final OAuth2ResourceServerProperties properties = new OAuth2ResourceServerProperties();
    private final OAuth2ResourceServerProperties.Jwt boots = properties.getJwt();
    private Issuer issuer;

    @BeforeEach
    void begin() {
        issuer = new Issuer();
        issuer.publish(RSA, ELLIPTIC);
        boots.setJwsAlgorithms(List.of("RS256", "ES256"));
    }

    @AfterEach
    void end() {
        issuer.close();
    }

    @Test
    void takesRsaAndEllipticKeysOfAJwkSet() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var check = check();
        assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
        assertThat(userOf(check, Issuer.token(ELLIPTIC, "bob"))).isEqualTo("bob");
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @Test
    void findsTheKeysOfAnIssuerAndHoldsTokensToItsName() {
        boots.setIssuerUri(issuer.uri());
        var check = check();
        assertThat(userOf(check, Issuer.token(RSA, "alice", claims -> claims.issuer(issuer.uri()))))
                .isEqualTo("alice");
        assertThat(verdict(check, Issuer.token(RSA, "alice")))
                .isEqualTo(Verdict.REFUSED);
        assertThat(verdict(check, Issuer.token(RSA, "alice", claims -> claims.issuer("https://else.example"))))
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void takesAPublicKeyFromAFile() throws JOSEException {
        boots.setPublicKeyLocation(new ByteArrayResource(pem(ELLIPTIC).getBytes(UTF_8)));
        var check = check();
        assertThat(userOf(check, Issuer.token(ELLIPTIC, "alice"))).isEqualTo("alice");
        assertThat(verdict(check, Issuer.token(RSA, "alice"))).isEqualTo(Verdict.REFUSED);
        boots.setPublicKeyLocation(new ByteArrayResource(pem(RSA).getBytes(UTF_8)));
        check = check();
        assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
    }

    @Test
    void picksUpANewKeyAndLetsAnOldOneEnd() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var next = Issuer.rsa("r2");
        var check = check();
        assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
        issuer.publish(next);
        assertThat(userOf(check, Issuer.token(next, "alice"))).isEqualTo("alice");
        assertThat(verdict(check, Issuer.token(RSA, "alice"))).isNotEqualTo(Verdict.TAKEN);
    }

    @Test
    void letsAnOldKeyEndThoughNobodyAsksForANewOne() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var check = check();
        var token = Issuer.token(RSA, "alice");
        assertThat(userOf(check, token)).isEqualTo("alice");
        issuer.publish(ELLIPTIC);
        Awaitility.await().until(() -> verdict(check, token) == Verdict.REFUSED);
    }

    @Test
    void keepsToKnownKeysThroughAnOutageAndAsksForPatienceWithOthers() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var next = Issuer.rsa("r2");
        var check = check();
        assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
        issuer.goAway();
        issuer.publish(RSA, next);
        var before = issuer.fetches();
        Awaitility.await().until(() -> {
            assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
            return issuer.fetches() > before + 1;
        });
        assertThat(verdict(check, Issuer.token(next, "alice")))
                .isEqualTo(Verdict.NOT_NOW);
        issuer.comeBack();
        Awaitility.await().until(() -> verdict(check, Issuer.token(next, "alice")) == Verdict.TAKEN);
    }

    @Test
    void isNotMadeToFetchByMadeUpKeys() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var slow = new JwtSettings.JwkSet(
                Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(2));
        var check = check(settings(null, slow));
        assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
        for (var i = 0; i < 50; i++) {
            assertThat(verdict(check, Issuer.token(Issuer.elliptic("made up " + i), "eve")))
                    .isNotEqualTo(Verdict.TAKEN);
        }
        assertThat(issuer.fetches()).isLessThanOrEqualTo(2);
        assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not yet", "no end", "past", "no user", "long user", "user that does not print", "logout"})
    void refusesAPublicKeysTokenWith(String flaw) throws JOSEException {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var token = switch (flaw) {
            case "not yet" -> Issuer.token(RSA, "a", claims -> claims.notBeforeTime(in(Duration.ofMinutes(5))));
            case "no end" -> Issuer.token(RSA, "a", claims -> claims.expirationTime(null));
            case "past" -> Issuer.token(RSA, "a", claims -> claims.expirationTime(in(Duration.ofSeconds(-31))));
            case "no user" -> Issuer.token(RSA, "a", claims -> claims.subject(null));
            case "long user" -> Issuer.token(RSA, "a".repeat(129));
            case "logout" -> Issuer.token(RSA, new JOSEObjectType("logout+jwt"), "a", claims -> claims);
            default -> Issuer.token(RSA, "a\u202eb");
        };
        var check = check();
        assertThat(verdict(check, token)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void allowsForClocksThatAreOff() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var late = Issuer.token(RSA, "alice", claims -> claims.expirationTime(in(Duration.ofSeconds(-20))));
        assertThat(userOf(check(), late)).isEqualTo("alice");
    }

    @Test
    void holdsTokensToAnAudience() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        boots.setAudiences(List.of("chat", "talk"));
        var check = check();
        assertThat(userOf(check, forAudience("talk", "mail"))).isEqualTo("a");
        assertThat(verdict(check, forAudience("mail"))).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(check, Issuer.token(RSA, "a"))).isEqualTo(Verdict.REFUSED);
    }

    /** A public key is known to all: who takes it for a shared secret lets everyone sign. */
    @Test
    void doesNotTakeAPublicKeyForASecret() throws JOSEException {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var claims = new JWTClaimsSet.Builder().subject("eve").expirationTime(in(Duration.ofHours(1))).build();
        var forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("r1").build(), claims);
        forged.sign(new MACSigner(pem(RSA)));
        var unsigned = new PlainJWT(claims).serialize();
        var check = check();
        assertThat(verdict(check, forged.serialize())).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(check, unsigned)).isEqualTo(Verdict.REFUSED);
        boots.setJwkSetUri(null);
        check = check(settings(SECRET, quick()));
        assertThat(userOf(check, signed("{\"sub\":\"alice\",\"exp\":4000000000}"))).isEqualTo("alice");
        assertThat(verdict(check, unsigned)).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(check, Issuer.token(RSA, "alice"))).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"sub\":{},\"exp\":4000000000}",
            "{\"sub\":\"a\",\"exp\":\"soon\"}",
            "{\"sub\":\"a\",\"exp\":1e300}",
            "{\"sub\":\"a\",\"exp\":-1}",
            "{\"sub\":\"a\",\"exp\":4000000000,\"iat\":4000000001}",
            "{\"sub\":\"a\",\"exp\":4000000000,\"aud\":{}}",
            "[]",
            "null",
            ""})
    void refusesWhatASecretSignedThoughItMakesNoSense(String claims) throws JOSEException {
        var check = check(settings(SECRET, quick()));
        assertThat(verdict(check, signed(claims))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void startsWithOneKindOfKeyOnly() {
        assertThatThrownBy(this::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no key to check tokens with");
        boots.setJwkSetUri(issuer.jwkSetUri());
        assertThatThrownBy(() -> check(settings(SECRET, quick())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("are both set");
        boots.setJwsAlgorithms(List.of("HS256"));
        assertThatThrownBy(this::check).isInstanceOf(StartRefused.class).hasMessageContaining("jws-algorithms: HS256");
        boots.setJwkSetUri(null);
        boots.setPublicKeyLocation(new ByteArrayResource("no key".getBytes(UTF_8)));
        assertThatThrownBy(this::check).isInstanceOf(StartRefused.class).hasMessageContaining("public-key-location");
    }

    private JwtDecoder check() {
        return check(settings(null, quick()));
    }

    private JwtDecoder check(JwtSettings settings) {
        return TokenAccess.jwtDecoder(settings, properties);
    }

    private static JwtSettings.JwkSet quick() {
        return new JwtSettings.JwkSet(
                Duration.ofMillis(400), Duration.ofHours(1), Duration.ofMillis(50), Duration.ofMillis(200));
    }

    private static JwtSettings settings(@Nullable String secret, JwtSettings.JwkSet jwkSet) {
        return new JwtSettings(secret, null, List.of(), Duration.ofSeconds(30), jwkSet);
    }

    private static @Nullable String userOf(JwtDecoder check, String token) {
        return check.decode(token).getSubject();
    }

    private static Verdict verdict(JwtDecoder check, String token) {
        try {
            check.decode(token);
            return Verdict.TAKEN;
        } catch (BadJwtException e) {
            return Verdict.REFUSED;
        } catch (JwtException e) {
            return Verdict.NOT_NOW;
        }
    }

    private static String forAudience(String... audience) {
        UnaryOperator<JWTClaimsSet.Builder> named = claims -> claims.audience(List.of(audience));
        return Issuer.token(RSA, "a", named);
    }

    private static String signed(String claims) throws JOSEException {
        var token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
        token.sign(new MACSigner(SECRET));
        return token.serialize();
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private static String pem(JWK key) throws JOSEException {
        var encoded = key instanceof RSAKey rsa
                ? rsa.toRSAPublicKey().getEncoded()
                : key.toECKey().toECPublicKey().getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
