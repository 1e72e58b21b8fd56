package dev.parley.search.indexing;

import org.jspecify.annotations.Nullable;

/** Kafka did not say how far the log reaches, or not in time; it may later. */
final class LogUnavailable extends RuntimeException {

    LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
