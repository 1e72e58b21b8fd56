package dev.parley.load.wire;

/** The server said something that is not the protocol. */
public final class MalformedReply extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedReply(String message) {
        super(message);
    }

    MalformedReply(String message, Throwable cause) {
        super(message, cause);
    }
}
