package dev.parley.gateway.socketio;

import org.springframework.http.HttpStatus;

/** Why a handshake is refused: in the reference server's numbers and words, with a hint for whoever reads it. */
enum HandshakeFlaw {

    TRANSPORT(0, "Transport unknown", "only WebSockets are served, long-polling is not: set transports: ['websocket']"),
    SESSION(1, "Session ID unknown", "connections are not resumed or upgraded here: open a new one, without sid"),
    METHOD(2, "Bad handshake method", "use GET"),
    UPGRADE(3, "Bad request", "send Upgrade: websocket; a proxy in between may have taken it away"),
    ORIGIN(4, "Forbidden", "pages of this origin may not open sockets here"),
    VERSION(5, "Unsupported protocol version", "EIO=4 is served: use a client of Socket.IO version 3 or 4");

    private final int code;
    private final String message;
    private final String hint;

    HandshakeFlaw(int code, String message, String hint) {
        this.code = code;
        this.message = message;
        this.hint = hint;
    }

    HttpStatus status() {
        return this == ORIGIN ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST;
    }

    String toJson() {
        return json(code, message, hint);
    }

    /** The reference server has no number for it but that of a bad request. */
    static String closed() {
        return json(UPGRADE.code, "Service unavailable", "this gateway is stopping or full: try again");
    }

    /** Nothing in these words needs escaping. */
    private static String json(int code, String message, String hint) {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\",\"hint\":\"" + hint + "\"}";
    }
}
