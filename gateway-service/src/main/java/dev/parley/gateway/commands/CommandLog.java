package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.tracing.Span;
import org.jspecify.annotations.Nullable;

/** Where commands go. */
interface CommandLog {

    /**
     * Never blocks. {@code done} is called once, on whatever thread learns of it, with null for success.
     *
     * @param span of what the client asked for
     */
    void append(Command command, Span span, Done done);

    /** Runs something after a time, between two appends. */
    void later(Runnable task, long delayNanos);

    /** Hears how an append ended. */
    @FunctionalInterface
    interface Done {

        void done(@Nullable Exception failure);
    }
}
