package dev.parley.local;

import java.time.Duration;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that works, and gives it time to clean up before the JVM
 * ends.
 */
final class Interruption implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Thread hook;
    private volatile boolean finished;

    private Interruption(Thread worker) {
        hook = new Thread(() -> interrupt(worker), "interrupt");
    }

    static Interruption onSignal(Thread worker) {
        var interruption = new Interruption(worker);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt(Thread worker) {
        worker.interrupt();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!finished && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is done, in whichever way. */
    @Override
    public void close() {
        finished = true;
        if (!hook.isAlive()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
