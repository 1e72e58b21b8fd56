package dev.parley.access;

/** The service can't keep its promises with what it was given, and says so in a sentence instead of starting. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
