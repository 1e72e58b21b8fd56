package dev.parley.gateway.session;

/** Why a socket is closed from this side, as the protocol numbers it. */
enum CloseCode {

    NO_ANSWER(1001, "no answer to a ping"),
    GOING_AWAY(1012, "this gateway is going away"),
    NOT_THE_PROTOCOL(4400, "not the protocol"),
    TOKEN_EXPIRED(4401, "token expired"),
    TOO_SLOW(4408, "too slow a reader");

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    int number() {
        return number;
    }

    String reason() {
        return reason;
    }
}
