package dev.parley.local;

/** A command line that says nothing that could be done. */
final class UsageException extends Exception {

    UsageException(String message) {
        super(message);
    }
}
