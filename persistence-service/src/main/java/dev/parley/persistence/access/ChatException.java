package dev.parley.persistence.access;

import dev.parley.contracts.ErrorCode;

/** A call that is answered with a code; its message is for the caller. */
public final class ChatException extends RuntimeException {

    private final ErrorCode code;

    public ChatException(ErrorCode code, String message) {
        super(message);
        this.code = code;
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
}
