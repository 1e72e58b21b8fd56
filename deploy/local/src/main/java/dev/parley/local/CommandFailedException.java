package dev.parley.local;

import java.io.IOException;

/** A command that can't do what it was asked for; the message is for the person at the terminal. */
final class CommandFailedException extends IOException {

    CommandFailedException(String message) {
        super(message);
    }
}
