package dev.parley.local;

import java.io.IOException;
import java.util.List;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.ReadyCheck;

/**
 * One process of the stack.
 *
 * @param ports       all that it listens on, the one that its users know first
 * @param preparation what must be there before it starts
 */
record Part(String name, List<Integer> ports, Preparation preparation, LaunchPlan plan, ReadyCheck check) {

    Part {
        ports = List.copyOf(ports);
    }

    int port() {
        return ports.getFirst();
    }

    /** Makes what a start needs. */
    @FunctionalInterface
    interface Preparation {

        void run() throws IOException, InterruptedException;
    }

    /** Says how the part is started, once it is prepared. */
    @FunctionalInterface
    interface LaunchPlan {

        Launch get() throws IOException, InterruptedException;
    }
}
