package dev.parley.gateway.protocol;

import dev.parley.contracts.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not taken.
 *
 * @param field the field that is to blame, where one is
 */
public record Refusal(ErrorCode code, String message, @Nullable String field) {

    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, null);
    }

    public static Refusal of(ErrorCode code, String field, String message) {
        return new Refusal(code, message, field);
    }
}
