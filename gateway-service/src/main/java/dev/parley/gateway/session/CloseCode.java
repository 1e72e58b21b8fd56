package dev.parley.gateway.session;

/** Why a socket is closed from this side, as the protocol numbers it. */
public enum CloseCode {

    NORMAL(1000, "as the client wished", Return.WELCOME),
    NO_ANSWER(1001, "no answer to a ping", Return.WELCOME),
    GOING_AWAY(1012, "this gateway is going away", Return.WELCOME),
    OVERLOADED(1013, "try again later", Return.WELCOME),
    NOT_THE_PROTOCOL(4400, "not the protocol", Return.UNWELCOME),
    /** A client that comes back asks its user for a token again. */
    TOKEN_EXPIRED(4401, "token expired", Return.WELCOME),
    NOT_ALLOWED(4403, "not allowed", Return.UNWELCOME),
    TOO_SLOW(4408, "too slow a reader", Return.WELCOME),
    TOO_MANY_SESSIONS(4409, "too many sessions of this user", Return.UNWELCOME),
    KEPT_ON(4429, "kept on over a limit", Return.WELCOME);

    /** Whether a client may come back as it is, without anything changed on its side. */
    public enum Return {
        WELCOME,
        UNWELCOME
    }

    private final int number;
    private final String reason;
    private final Return comingBack;

    CloseCode(int number, String reason, Return comingBack) {
        this.number = number;
        this.reason = reason;
        this.comingBack = comingBack;
    }

    int number() {
        return number;
    }

    String reason() {
        return reason;
    }

    Return comingBack() {
        return comingBack;
    }
}
