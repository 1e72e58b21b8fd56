package dev.parley.engines.process;

import java.io.IOException;

/** Asks a process, over its public door, whether it serves. */
@FunctionalInterface
public interface ReadyCheck {

    /** One try, bounded in time. Throws, with the reason, if the process does not serve (yet). */
    void verify() throws IOException;
}
