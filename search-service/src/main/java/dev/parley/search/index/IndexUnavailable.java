package dev.parley.search.index;

/** The engine did not answer, or not in time; it may later. */
public final class IndexUnavailable extends RuntimeException {

    public IndexUnavailable(String message) {
        super(message);
    }

    public IndexUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
