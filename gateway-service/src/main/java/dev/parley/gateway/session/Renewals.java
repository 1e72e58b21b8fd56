package dev.parley.gateway.session;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.access.TokenCheck;
import dev.parley.gateway.access.Verdict;
import dev.parley.gateway.protocol.ClosingReason;
import dev.parley.gateway.protocol.Refusal;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes fresh tokens for open sessions, one at a time for each. */
final class Renewals {

    private static final Logger log = LoggerFactory.getLogger(Renewals.class);

    private final TokenCheck tokens;

    Renewals(TokenCheck tokens) {
        this.tokens = tokens;
    }

    /** @param answer gets null where the token is taken; nothing where the socket is closed over it */
    void renew(ChatSession session, BearerToken token, Consumer<@Nullable Refusal> answer) {
        if (!session.tenure().startRenewal()) {
            answer.accept(Refusal.of(
                    ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE,
                    "token",
                    "token: another one is being checked (expected: one at a time)"));
            return;
        }
        tokens.later(token).whenComplete((verdict, failure) -> {
            session.tenure().endRenewal();
            if (failure != null) {
                log.atError().addKeyValue(LogKeys.SESSION_ID, session.id()).setCause(failure)
                        .log("a token could not be checked");
                answer.accept(Refusal.of(ErrorCode.CHAT_INTERNAL, "token: could not be checked"));
            } else {
                settle(session, verdict, answer);
            }
        });
    }

    private static void settle(ChatSession session, Verdict verdict, Consumer<@Nullable Refusal> answer) {
        switch (verdict) {
            case Verdict.Accepted accepted when session.tenure().extend(accepted.identity()) -> answer.accept(null);
            case Verdict.Accepted _ ->
                session.close(CloseCode.NOT_ALLOWED, ClosingReason.TOKEN_OF_ANOTHER_USER, Duration.ZERO);
            case Verdict.Refused refused ->
                answer.accept(Refusal.of(refused.code(), "token", refused.message()));
        }
    }
}
