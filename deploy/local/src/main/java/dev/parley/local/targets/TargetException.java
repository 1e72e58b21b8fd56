package dev.parley.local.targets;

import java.io.IOException;

/** A target that is described wrongly, or not far enough; the message names the file, the line and what was expected. */
public final class TargetException extends IOException {

    TargetException(String message) {
        super(message);
    }
}
