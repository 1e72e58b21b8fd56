package dev.parley.access.rest;

import dev.parley.contracts.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A call that is answered with a code; its message is for the caller. */
public final class ChatException extends RuntimeException {

    private final ErrorCode code;
    private final @Nullable String field;

    public ChatException(ErrorCode code, String message) {
        this(code, message, null);
    }

    private ChatException(ErrorCode code, String message, @Nullable String field) {
        super(message);
        this.code = code;
        this.field = field;
    }

    /** A field of the request is to blame. */
    public static ChatException invalid(String field, String message) {
        return new ChatException(ErrorCode.CHAT_INVALID_REQUEST, message, field);
    }

    public static ChatException invalid(String message) {
        return new ChatException(ErrorCode.CHAT_INVALID_REQUEST, message);
    }

    public static ChatException unavailable(String message) {
        return new ChatException(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, message);
    }

    ErrorCode code() {
        return code;
    }

    /** Null where it is about the whole request. */
    @Nullable
    String field() {
        return field;
    }
}
