package dev.parley.local;

import java.io.IOException;
import java.nio.file.Files;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.RunningProcess;

/** What can be done to a stack that was started before, by whichever terminal. */
record PartCommands(Home home, Service.Programs programs, Terminal terminal) {

    int down() throws IOException, InterruptedException {
        if (!stack().anythingStarted()) {
            terminal.out().println("Nothing to stop in " + home.folder());
            return 0;
        }
        try (var _ = StackLock.take(home.lock())) {
            stack().stop();
        }
        terminal.out().println("Parley is down");
        return 0;
    }

    /** Whether all parts are healthy. */
    boolean status() throws IOException, InterruptedException {
        var all = stack().status();
        terminal.out().printf("%-12s %8s %6s  %s%n", "PART", "PID", "PORT", "HEALTH");
        all.forEach(each -> terminal.out().println(each.line()));
        return all.stream().allMatch(PartStatus::isHealthy);
    }

    int kill(String name) throws IOException, InterruptedException {
        var process = running(name);
        process.kill();
        return done(name, process, "killed");
    }

    int pause(String name) throws IOException, InterruptedException {
        var process = running(name);
        process.pause();
        return done(name, process, "paused");
    }

    int start(String name) throws IOException, InterruptedException {
        var part = blueprint().part(name);
        if (!Files.isDirectory(home.run())) {
            throw new CommandFailedException(name + ": there is no stack in " + home.folder() + " (./parley up)");
        }
        try (var _ = StackLock.take(home.lock())) {
            var process = stack().process(name);
            if (process.isEmpty()) {
                stack().start(part);
                return 0;
            }
            if (!process.get().isPaused()) {
                throw new CommandFailedException(name + ": runs already, as process " + process.get().pid());
            }
            stack().resume(part, process.get());
            return 0;
        }
    }

    private int done(String name, RunningProcess process, String what) {
        terminal.out().println(name + ": " + what + " (process " + process.pid() + ")");
        return 0;
    }

    private RunningProcess running(String name) throws IOException {
        var part = blueprint().part(name);
        return stack().process(part.name()).orElseThrow(() -> new CommandFailedException(name + ": is not running"));
    }

    private Stack stack() throws IOException {
        return new Stack(blueprint(), Launch::startDetached, terminal);
    }

    private Blueprint blueprint() throws IOException {
        return Blueprint.of(home, StackSettings.load(home.run()), programs);
    }
}
