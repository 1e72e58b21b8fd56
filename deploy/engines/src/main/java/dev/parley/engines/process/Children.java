package dev.parley.engines.process;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The processes that must not outlive this JVM. */
final class Children {

    /** Each with the watchdog that sees to it where the JVM dies without running its shutdown hooks. */
    private static final Map<RunningProcess, Process> WATCHDOGS = new ConcurrentHashMap<>();

    private static final AtomicBoolean REAPING = new AtomicBoolean();

    private Children() {}

    /** With the first child: whoever has none may come here while the JVM shuts down, when it is too late for hooks. */
    private static void reapAtExit() {
        if (REAPING.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(Children::killAll, "reap-children"));
        }
    }

    static void adopt(RunningProcess child) throws IOException {
        reapAtExit();
        WATCHDOGS.keySet().stream().filter(other -> !other.isAlive()).forEach(Children::forget);
        // Reads end-of-file when this JVM is gone. A Ctrl-C reaches the watchdog too, and must not end it before.
        var watchdog = new ProcessBuilder("/bin/sh", "-c",
                "trap '' INT TERM HUP; read -r line; kill -9 \"$1\" 2>/dev/null", "watchdog",
                Long.toString(child.pid())).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        WATCHDOGS.put(child, watchdog);
    }

    /** To be called before the pid of an ended child can be given to another process. */
    static void forget(RunningProcess child) {
        var watchdog = WATCHDOGS.remove(child);
        if (watchdog != null) {
            watchdog.destroyForcibly();
        }
    }

    private static void killAll() {
        WATCHDOGS.keySet().forEach(child -> {
            if (child.isAlive()) {
                ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
            forget(child);
        });
    }
}
