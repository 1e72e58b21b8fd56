package dev.parley.search.query;

/** A search that has no answer now, and may have one later; its message is for the caller. */
final class NotAnswered extends RuntimeException {

    private final Outcome why;

    NotAnswered(Outcome why, String message) {
        super(message);
        this.why = why;
    }

    NotAnswered(Outcome why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    Outcome why() {
        return why;
    }
}
