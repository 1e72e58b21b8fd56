package dev.parley.gateway.protocol;

/** Why {@code session:closing} says that a socket is about to be closed, by its name on the wire. */
public enum ClosingReason {

    /** As a warning, with {@code closesInMs}, while a fresh token still averts it; then once more at the end. */
    TOKEN_EXPIRED("token_expired"),
    /** A fresh token was of another user. */
    TOKEN_OF_ANOTHER_USER("token_of_another_user"),
    TOO_MANY_SESSIONS("too_many_sessions"),
    /** It kept on sending after it had been told that it was over a limit. */
    OVER_LIMIT("over_limit"),
    GATEWAY_GOING_AWAY("gateway_going_away");

    private final String wireName;

    ClosingReason(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
