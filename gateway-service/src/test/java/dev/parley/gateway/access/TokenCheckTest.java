package dev.parley.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.StartRefused;
import dev.parley.gateway.testing.Issuer;
import dev.parley.gateway.testing.Tokens;
import java.io.IOException;
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

/** Real keys, and a real issuer over HTTP. */
class TokenCheckTest {

    private static final JWK RSA = Issuer.rsa("r1");
    private static final JWK ELLIPTIC = Issuer.elliptic("e1");

    private final OAuth2ResourceServerProperties.Jwt boots = new OAuth2ResourceServerProperties.Jwt();
    private Issuer issuer;

    @BeforeEach
    void begin() throws IOException {
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
        try (var check = check()) {
            assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
            assertThat(userOf(check, Issuer.token(ELLIPTIC, "bob"))).isEqualTo("bob");
        }
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @Test
    void findsTheKeysOfAnIssuerAndHoldsTokensToItsName() {
        boots.setIssuerUri(issuer.uri());
        try (var check = check()) {
            assertThat(userOf(check, Issuer.token(RSA, "alice", claims -> claims.issuer(issuer.uri()))))
                    .isEqualTo("alice");
            assertThat(refusalOf(check, Issuer.token(RSA, "alice")))
                    .isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
            assertThat(refusalOf(check, Issuer.token(RSA, "alice", claims -> claims.issuer("https://else.example"))))
                    .isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
        }
    }

    @Test
    void takesAPublicKeyFromAFile() throws JOSEException {
        boots.setPublicKeyLocation(new ByteArrayResource(pem(ELLIPTIC).getBytes(UTF_8)));
        try (var check = check()) {
            assertThat(userOf(check, Issuer.token(ELLIPTIC, "alice"))).isEqualTo("alice");
            assertThat(refusalOf(check, Issuer.token(RSA, "alice"))).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
        }
        boots.setPublicKeyLocation(new ByteArrayResource(pem(RSA).getBytes(UTF_8)));
        try (var check = check()) {
            assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
        }
    }

    @Test
    void picksUpANewKeyAndLetsAnOldOneEnd() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var next = Issuer.rsa("r2");
        try (var check = check()) {
            assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
            issuer.publish(next);
            assertThat(userOf(check, Issuer.token(next, "alice"))).isEqualTo("alice");
            assertThat(refusalOf(check, Issuer.token(RSA, "alice"))).isNotNull();
        }
    }

    @Test
    void letsAnOldKeyEndThoughNobodyAsksForANewOne() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        try (var check = check()) {
            var token = Issuer.token(RSA, "alice");
            assertThat(userOf(check, token)).isEqualTo("alice");
            issuer.publish(ELLIPTIC);
            Awaitility.await().until(() -> refusalOf(check, token) != null);
        }
    }

    @Test
    void keepsToKnownKeysThroughAnOutageAndAsksForPatienceWithOthers() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var next = Issuer.rsa("r2");
        try (var check = check()) {
            assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
            issuer.goAway();
            issuer.publish(RSA, next);
            var before = issuer.fetches();
            Awaitility.await().until(() -> {
                assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
                return issuer.fetches() > before + 1;
            });
            assertThat(refusalOf(check, Issuer.token(next, "alice")))
                    .isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
            issuer.comeBack();
            Awaitility.await().until(() -> refusalOf(check, Issuer.token(next, "alice")) == null);
        }
    }

    @Test
    void isNotMadeToFetchByMadeUpKeys() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var slow = new JwtSettings.JwkSet(
                Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(2));
        try (var check = check(settings(null, slow))) {
            assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
            for (var i = 0; i < 50; i++) {
                assertThat(refusalOf(check, Issuer.token(Issuer.elliptic("made up " + i), "eve"))).isNotNull();
            }
            assertThat(issuer.fetches()).isLessThanOrEqualTo(2);
            assertThat(userOf(check, Issuer.token(RSA, "alice"))).isEqualTo("alice");
        }
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
        try (var check = check()) {
            assertThat(refusalOf(check, token)).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
        }
    }

    @Test
    void allowsForClocksThatAreOff() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        try (var check = check()) {
            var end = in(Duration.ofSeconds(-20));
            var verdict = check.now(new BearerToken(Issuer.token(RSA, "a", claims -> claims.expirationTime(end))));
            assertThat(((Verdict.Accepted) verdict).identity().takenUntil())
                    .isEqualTo(end.toInstant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plusSeconds(30));
        }
    }

    @Test
    void holdsTokensToAnAudience() {
        boots.setJwkSetUri(issuer.jwkSetUri());
        boots.setAudiences(List.of("chat", "talk"));
        try (var check = check()) {
            assertThat(userOf(check, forAudience("talk", "mail"))).isEqualTo("a");
            assertThat(refusalOf(check, forAudience("mail"))).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
            assertThat(refusalOf(check, Issuer.token(RSA, "a"))).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
        }
    }

    /** A public key is known to all: who takes it for a shared secret lets everyone sign. */
    @Test
    void doesNotTakeAPublicKeyForASecret() throws JOSEException {
        boots.setJwkSetUri(issuer.jwkSetUri());
        var claims = new JWTClaimsSet.Builder().subject("eve").expirationTime(in(Duration.ofHours(1))).build();
        var forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("r1").build(), claims);
        forged.sign(new MACSigner(pem(RSA)));
        var unsigned = new PlainJWT(claims).serialize();
        try (var check = check()) {
            assertThat(refusalOf(check, forged.serialize())).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
            assertThat(refusalOf(check, unsigned)).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
        }
        boots.setJwkSetUri(null);
        try (var check = check(settings(Tokens.SECRET, quick()))) {
            assertThat(userOf(check, Tokens.of("alice"))).isEqualTo("alice");
            assertThat(refusalOf(check, unsigned)).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
            assertThat(refusalOf(check, Issuer.token(RSA, "alice"))).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
        }
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
        try (var check = check(settings(Tokens.SECRET, quick()))) {
            assertThat(refusalOf(check, Tokens.raw(claims))).isEqualTo(ErrorCode.CHAT_UNAUTHENTICATED);
        }
    }

    @Test
    void checksElsewhereWithoutBlocking() {
        try (var check = check(settings(Tokens.SECRET, quick()))) {
            assertThat(check.later(new BearerToken(Tokens.of("alice"))))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void startsWithOneKindOfKeyOnly() {
        assertThatThrownBy(this::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no key to check tokens with");
        boots.setJwkSetUri(issuer.jwkSetUri());
        assertThatThrownBy(() -> check(settings(Tokens.SECRET, quick())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("are both set");
        boots.setJwsAlgorithms(List.of("HS256"));
        assertThatThrownBy(this::check).isInstanceOf(StartRefused.class).hasMessageContaining("jws-algorithms: HS256");
        boots.setJwkSetUri(null);
        boots.setPublicKeyLocation(new ByteArrayResource("no key".getBytes(UTF_8)));
        assertThatThrownBy(this::check).isInstanceOf(StartRefused.class).hasMessageContaining("public-key-location");
    }

    private TokenCheck check() {
        return check(settings(null, quick()));
    }

    private TokenCheck check(JwtSettings settings) {
        var decoder = new TokenKeys(settings, boots).decoder();
        decoder.setJwtValidator(TokenRules.of(settings, boots).validator());
        return new TokenCheck(decoder, settings.clockSkew(), settings.checks());
    }

    private static JwtSettings.JwkSet quick() {
        return new JwtSettings.JwkSet(
                Duration.ofMillis(400), Duration.ofHours(1), Duration.ofMillis(50), Duration.ofMillis(200));
    }

    private static JwtSettings settings(@Nullable String secret, JwtSettings.JwkSet jwkSet) {
        return new JwtSettings(secret, null, List.of(), Duration.ofSeconds(30), jwkSet, 10);
    }

    private static String userOf(TokenCheck check, String token) {
        var verdict = check.now(new BearerToken(token));
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).identity().userId().value();
    }

    private static @Nullable ErrorCode refusalOf(TokenCheck check, String token) {
        return check.now(new BearerToken(token)) instanceof Verdict.Refused refused ? refused.code() : null;
    }

    private static String forAudience(String... audience) {
        UnaryOperator<JWTClaimsSet.Builder> named = claims -> claims.audience(List.of(audience));
        return Issuer.token(RSA, "a", named);
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
