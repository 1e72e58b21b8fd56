package dev.parley.search.index;

/** The engine will not take a change, however often it is tried. Its message names no text of a message. */
public final class RefusedByIndex extends RuntimeException {

    public RefusedByIndex(String message, Throwable cause) {
        super(message, cause);
    }
}
