package dev.parley.engines.process;

import java.io.IOException;
import java.time.Duration;

/**
 * A process, found again by its pid and by when it started: a pid alone may have been given to another process since.
 *
 * @param stamp when it started, in whatever unit the system keeps; equal only for the same process
 */
public record RunningProcess(long pid, String stamp) {

    private static final Duration POLL = Duration.ofMillis(15);
    private static final Duration HOLD = Duration.ofSeconds(2);

    static RunningProcess of(ProcessHandle handle) {
        return new RunningProcess(handle.pid(), ProcessEntry.of(handle.pid()).map(ProcessEntry::stamp).orElse("gone"));
    }

    public boolean isAlive() {
        return ProcessEntry.of(pid).filter(entry -> entry.stamp().equals(stamp)).isPresent();
    }

    /** Held by SIGSTOP. */
    public boolean isPaused() {
        return ProcessEntry.of(pid).filter(entry -> entry.stamp().equals(stamp)).filter(ProcessEntry::stopped)
                .isPresent();
    }

    /** Does nothing if the process is gone. */
    public void signal(Signal signal) throws IOException, InterruptedException {
        if (isAlive()) {
            // The JDK can send TERM and KILL only. The shell's own kill is there even where procps is not.
            var kill = new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\" 2>/dev/null", "sh", signal.name(),
                    Long.toString(pid)).start();
            kill.waitFor();
        }
    }

    /** Returns once the process is held: with many threads that takes a moment. */
    public void pause() throws IOException, InterruptedException {
        signal(Signal.STOP);
        var deadline = System.nanoTime() + HOLD.toNanos();
        while (isAlive() && !isPaused() && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
        }
    }

    public void resume() throws IOException, InterruptedException {
        signal(Signal.CONT);
    }

    /** Ends the process the hard way and waits until it is gone. */
    public void kill() throws IOException, InterruptedException {
        signal(Signal.KILL);
        if (!awaitEnd(Duration.ofSeconds(10))) {
            throw new IOException("process " + pid + ": still there 10 s after SIGKILL");
        }
    }

    /**
     * Asks the process to end, and ends it the hard way when its time is up.
     *
     * @return whether it ended by itself
     */
    public boolean stop(Signal signal, Duration patience) throws IOException, InterruptedException {
        signal(signal);
        // A paused process gets the signal only once it goes on.
        signal(Signal.CONT);
        if (awaitEnd(patience)) {
            return true;
        }
        kill();
        return false;
    }

    public boolean awaitEnd(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL);
        }
        Children.forget(this);
        return true;
    }
}
