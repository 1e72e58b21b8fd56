package dev.parley.contracts;

/** The codes that clients branch on. A code, once given, keeps its name and meaning. */
public enum ErrorCode {
    CHAT_UNAUTHENTICATED(401),
    CHAT_INVALID_REQUEST(400),
    CHAT_UNKNOWN_EVENT(400),
    CHAT_MESSAGE_EMPTY(422),
    CHAT_MESSAGE_TOO_LONG(422),
    CHAT_MESSAGE_INVALID(422),
    CHAT_RECIPIENT_INVALID(422),
    CHAT_CONVERSATION_NOT_FOUND(404),
    CHAT_MESSAGE_NOT_FOUND(404),
    CHAT_NOT_THE_SENDER(403),
    CHAT_MESSAGE_ID_CONFLICT(409),
    CHAT_MARK_INVALID(422),
    CHAT_NOT_ALLOWED(403),
    CHAT_GROUP_FULL(422),
    CHAT_RATE_LIMIT_EXCEEDED(429),
    CHAT_SEARCH_QUERY_INVALID(422),
    CHAT_TEMPORARILY_UNAVAILABLE(503),
    CHAT_INTERNAL(500);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Whether the same request, with the same ids, may succeed later. */
    public boolean isRetryable() {
        return this == CHAT_TEMPORARILY_UNAVAILABLE || this == CHAT_RATE_LIMIT_EXCEEDED;
    }
}
