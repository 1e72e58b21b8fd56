package dev.parley.gateway.protocol;

import dev.parley.contracts.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not taken.
 *
 * @param field the field that is to blame, where one is
 * @param retryAfter when another try makes sense, where that is known
 */
public record Refusal(ErrorCode code, String message, @Nullable String field, @Nullable Duration retryAfter) {

    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, null, null);
    }

    public static Refusal of(ErrorCode code, String field, String message) {
        return new Refusal(code, message, field, null);
    }

    /** @param what was too much, and how much would not have been */
    public static Refusal overLimit(String what, Duration retryAfter) {
        return new Refusal(ErrorCode.CHAT_RATE_LIMIT_EXCEEDED, what, null, retryAfter);
    }
}
