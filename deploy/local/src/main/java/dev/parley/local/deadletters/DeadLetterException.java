package dev.parley.local.deadletters;

import java.io.IOException;

/** What can't be shown or replayed; the message is for the person at the terminal. */
public final class DeadLetterException extends IOException {

    DeadLetterException(String message) {
        super(message);
    }

    DeadLetterException(String message, Throwable cause) {
        super(message, cause);
    }
}
