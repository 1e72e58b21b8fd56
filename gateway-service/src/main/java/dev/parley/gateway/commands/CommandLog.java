package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import org.jspecify.annotations.Nullable;

/** Where commands go. */
interface CommandLog {

    /** Never blocks. {@code done} is called once, on whatever thread learns of it, with null for success. */
    void append(Command command, Done done);

    /** Runs something after a time, between two appends. */
    void later(Runnable task, long delayNanos);

    /** Hears how an append ended. */
    @FunctionalInterface
    interface Done {

        void done(@Nullable Exception failure);
    }
}
