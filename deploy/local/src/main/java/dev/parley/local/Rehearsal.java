package dev.parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.Readiness;
import dev.parley.engines.process.Signal;

/**
 * A service started and stopped once before its first real start, so that its JVM can keep what it has loaded, linked
 * and profiled (an AOT cache): later starts take a third of the time. It is a start like any other, on the same engines
 * and ports, while nothing else uses them.
 */
record Rehearsal(Part part, Path cache, Path log) {

    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration END = Duration.ofSeconds(240);

    boolean isDue() {
        return !Files.exists(cache);
    }

    /** Leaves either the whole cache or none. */
    void run() throws IOException, InterruptedException {
        part.preparation().run();
        // Of this process alone: another stack of the same build may rehearse at the same time.
        var draft = cache.resolveSibling(cache.getFileName() + "." + ProcessHandle.current().pid());
        var launch = recording(part.plan().get(), draft);
        var process = launch.startChild();
        try {
            Readiness.await(launch, process, part.check(), START);
            process.signal(Signal.TERM);
            // The cache is assembled at the end of the process, by a JVM of its own.
            if (!process.awaitEnd(END)) {
                throw new IOException(part.name() + ": rehearsal did not end within " + END.toSeconds() + " s");
            }
        } finally {
            process.kill();
        }
        Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
    }

    private Launch recording(Launch launch, Path draft) {
        var command = new ArrayList<>(launch.command());
        command.add(1, "-XX:AOTCacheOutput=" + draft);
        return new Launch(launch.name(), command, launch.environment(), launch.folder(), log, launch.stopSignal());
    }
}
