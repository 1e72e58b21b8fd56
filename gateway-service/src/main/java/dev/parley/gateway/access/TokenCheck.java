package dev.parley.gateway.access;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Says who a token is of, whichever way it came. */
public final class TokenCheck implements AutoCloseable {

    static final Verdict.Refused NOT_VALID = new Verdict.Refused(
            ErrorCode.CHAT_UNAUTHENTICATED,
            "token: not valid (expected: one that is signed, in its time, for here, and names a user)");
    static final Verdict.Refused NO_KEYS = new Verdict.Refused(
            ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE,
            "token: its key can't be looked up now (expected: the same, later)");
    private static final Verdict.Refused TOO_MANY = new Verdict.Refused(
            ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, "token: too many wait to be checked (expected: the same, later)");
    private static final Logger log = LoggerFactory.getLogger(TokenCheck.class);
    private static final int THREADS = 2;
    private static final long IDLE_SECONDS = 10;

    private final JwtDecoder decoder;
    private final Duration clockSkew;
    private final ExecutorService threads;

    /** @param bound of the tokens that wait to be checked */
    TokenCheck(JwtDecoder decoder, Duration clockSkew, int bound) {
        this.decoder = decoder;
        this.clockSkew = clockSkew;
        var pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(bound),
                Thread.ofPlatform().name("token-check-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    /** On a thread of its own, since a key may have to be fetched. */
    public CompletableFuture<Verdict> later(BearerToken token) {
        try {
            return CompletableFuture.supplyAsync(() -> now(token), threads);
        } catch (RejectedExecutionException e) {
            log.warn("a token was not checked: too many wait");
            return CompletableFuture.completedFuture(TOO_MANY);
        }
    }

    Verdict now(BearerToken token) {
        try {
            return new Verdict.Accepted(identityOf(decoder.decode(token.value())));
        } catch (BadJwtException e) {
            log.debug("a token is refused: {}", e.getMessage());
            return NOT_VALID;
        } catch (JwtException e) {
            log.info("a token could not be checked: {}", e.getMessage());
            return NO_KEYS;
        }
    }

    Identity identityOf(Jwt token) {
        var subject = Objects.requireNonNull(token.getSubject(), "checked with the token");
        var end = Objects.requireNonNull(token.getExpiresAt(), "checked with the token");
        return new Identity(new UserId(subject), new BearerToken(token.getTokenValue()), end, end.plus(clockSkew));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
