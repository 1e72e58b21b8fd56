package dev.parley.engines.process;

import java.io.IOException;
import java.time.Duration;

/** Waits until a process that was just started serves. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(30);

    private Readiness() {}

    /** Returns once the check passes; throws if the process ends before, or the time is up. */
    public static void await(Launch launch, RunningProcess process, ReadyCheck check, Duration patience)
            throws StartFailedException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                check.verify();
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new StartFailedException(launch, "ended while starting", notYet);
                }
                if (System.nanoTime() > deadline) {
                    throw new StartFailedException(launch,
                            "not ready after " + patience.toSeconds() + " s (" + notYet.getMessage() + ")", notYet);
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
