package dev.parley.engines.testing;

/** An engine in use, and how it is ended. */
record Started<T>(T engine, Ending ending) {

    /** Ends an engine. */
    @FunctionalInterface
    interface Ending {

        void run() throws Exception;
    }
}
