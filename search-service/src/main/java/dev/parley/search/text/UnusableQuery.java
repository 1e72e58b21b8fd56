package dev.parley.search.text;

/** There is nothing to look for in a query, or too much. Its message says what to do, and may be shown to the user. */
public final class UnusableQuery extends RuntimeException {

    UnusableQuery(String message) {
        super(message);
    }
}
