package dev.parley.local;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;

/** Where a command reads and writes. */
record Terminal(InputStream in, PrintStream out, PrintStream err) implements Progress {

    @Override
    public void ready(Part part, Duration took) {
        out.printf("  %-12s ready after %.1f s%n", part.name(), took.toMillis() / 1000.0);
    }

    @Override
    public void rehearsing() {
        out.println("  Rehearsing the start of the services (once a build; later starts are quicker for it)");
    }

    @Override
    public void notRehearsed(String reason) {
        out.println("  Not rehearsed, which does no harm: " + reason);
    }

    @Override
    public void stopped(String part, boolean byItself) {
        out.printf("  %-12s %s%n", part, byItself ? "stopped" : "did not stop in time, killed");
    }
}
