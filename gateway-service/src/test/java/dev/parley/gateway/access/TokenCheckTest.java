package dev.parley.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.gateway.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Real tokens; what they have to say is tested where the rules are. */
class TokenCheckTest {

    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final JwtDecoder DECODER = NimbusJwtDecoder.withSecretKey(
            new SecretKeySpec(Tokens.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256")).build();

    @Test
    void saysWhoATokenIsOfAndUntilWhenItIsTaken() {
        try (var check = new TokenCheck(DECODER, SKEW, 10)) {
            var before = Instant.now();
            var verdict = check.now(new BearerToken(Tokens.of("alice", Duration.ofMinutes(5))));
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
                var identity = accepted.identity();
                assertThat(identity.userId()).isEqualTo(new UserId("alice"));
                assertThat(identity.endsAt()).isBetween(before.plusSeconds(299), Instant.now().plusSeconds(300));
                assertThat(identity.takenUntil()).isEqualTo(identity.endsAt().plus(SKEW));
            });
        }
    }

    @Test
    void refusesABadToken() {
        try (var check = new TokenCheck(DECODER, SKEW, 10)) {
            assertThat(check.now(new BearerToken("no token"))).isEqualTo(TokenCheck.NOT_VALID);
            assertThat(check.now(new BearerToken(Tokens.of("alice", Duration.ofMinutes(-5)))))
                    .isEqualTo(TokenCheck.NOT_VALID);
        }
    }

    @Test
    void asksForPatienceWhileNobodyKnowsTheKey() {
        try (var check = new TokenCheck(away(), SKEW, 10)) {
            assertThat(check.now(new BearerToken(Tokens.of("alice")))).isEqualTo(TokenCheck.NO_KEYS);
        }
    }

    @Test
    void checksElsewhereWithoutBlocking() {
        try (var check = new TokenCheck(DECODER, SKEW, 10)) {
            assertThat(check.later(new BearerToken(Tokens.of("alice"))))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void letsOnlySoManyTokensWait() {
        var released = new CountDownLatch(1);
        JwtDecoder slow = token -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return DECODER.decode(token);
        };
        try (var check = new TokenCheck(slow, SKEW, 1)) {
            var verdicts = new ArrayList<CompletableFuture<Verdict>>();
            for (var i = 0; i < 4; i++) {
                verdicts.add(check.later(new BearerToken(Tokens.of("alice"))));
            }
            assertThat(verdicts.getLast()).isCompletedWithValueMatching(Verdict.Refused.class::isInstance);
            released.countDown();
            assertThat(verdicts.subList(0, 3)).allSatisfy(verdict -> assertThat(verdict)
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isInstanceOf(Verdict.Accepted.class));
        }
    }

    /** As if the issuer did not answer. */
    private static JwtDecoder away() {
        return _ -> {
            throw new JwtException("the JWK set was not fetched");
        };
    }
}
