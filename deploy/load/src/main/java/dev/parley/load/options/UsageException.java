package dev.parley.load.options;

/** The command line cannot be understood; the message says which word and what was expected instead. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
