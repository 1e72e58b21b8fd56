package dev.parley.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

import dev.parley.engines.Folders;
import dev.parley.engines.process.Launch;

/** Starts the stack, and in the foreground stays with it. */
record UpCommand(Blueprint blueprint, Stack stack, Service.Programs programs, Terminal terminal, boolean detach,
        boolean fresh) {

    private static final Duration POLL = Duration.ofMillis(500);

    static UpCommand of(CommandLine line, Home home, Service.Programs programs, Terminal terminal)
            throws UsageException {
        var settings = new StackSettings(portBase(line), !line.has("--no-limits"), properties(line));
        var blueprint = Blueprint.of(home, settings, programs);
        var stack = new Stack(blueprint, Launch::startDetached, terminal);
        return new UpCommand(blueprint, stack, programs, terminal, line.has("--detach"), line.has("--fresh"));
    }

    private static int portBase(CommandLine line) throws UsageException {
        var base = line.last("--port-base").orElse("0");
        var number = base.matches("\\d{1,5}") ? Integer.parseInt(base) : -1;
        if (number < 0 || number > Addresses.HIGHEST_BASE) {
            throw new UsageException("--port-base: " + base + " (expected: 0 to " + Addresses.HIGHEST_BASE + ")");
        }
        return number;
    }

    private static Map<String, String> properties(CommandLine line) throws UsageException {
        var properties = new TreeMap<String, String>();
        for (var each : line.all("--set")) {
            var equals = each.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--set: " + each + " (expected: KEY=VALUE)");
            }
            properties.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return properties;
    }

    private Home home() {
        return blueprint.home();
    }

    int run() throws IOException, InterruptedException, UsageException {
        requireKnown();
        home().make();
        try (var foreground = StackLock.tryTake(home().foregroundLock()).orElseThrow(() -> new CommandFailedException(
                "Parley is up already, in another terminal, with the data in " + home().folder()
                        + " (./parley down stops it)"))) {
            if (detach) {
                // Whoever comes next may take the stack over.
                foreground.close();
            }
            return withSignals();
        }
    }

    /** Before anything is started: a service would only say so when all engines are up. */
    private void requireKnown() throws IOException, UsageException {
        var known = new ArrayList<SettingNames>();
        for (var service : Service.values()) {
            known.add(programs.settings(service));
        }
        for (var key : blueprint.settings().properties().keySet()) {
            if (known.stream().noneMatch(names -> names.take(key))) {
                throw new UsageException("--set: " + key + ": no setting of any service (docs/settings.md lists them)");
            }
        }
    }

    private int withSignals() throws IOException, InterruptedException {
        try (var _ = Interruption.onSignal(Thread.currentThread())) {
            startOrUndo();
            if (!detach) {
                stay();
            }
            return 0;
        }
    }

    private void startOrUndo() throws IOException, InterruptedException {
        var began = System.nanoTime();
        try (var _ = StackLock.take(home().lock())) {
            clear();
            try {
                stack.start(blueprint.rehearsals(programs));
            } catch (IOException | InterruptedException | RuntimeException failed) {
                terminal.out().println("Stopping what was started");
                stack.stop();
                throw failed;
            }
        }
        AddressTable.print(blueprint, terminal.out());
        terminal.out().printf("Parley is up (after %.1f s). %s%n", (System.nanoTime() - began) / 1e9,
                detach ? "./parley down stops it" : "Ctrl-C stops it");
    }

    /** Ends what an earlier start has left, whichever way that one ended, and makes sure of the ports. */
    private void clear() throws IOException, InterruptedException {
        if (stack.anythingStarted()) {
            stack.stop();
        }
        if (fresh) {
            Folders.delete(home().data());
        }
        PortCheck.requireFree(blueprint);
        terminal.out().println("Starting Parley, data in " + home().folder());
    }

    /** Until Ctrl-C, or until {@code ./parley down} in another terminal has stopped all. */
    private void stay() throws IOException, InterruptedException {
        try {
            while (stack.anythingStarted()) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException ctrlC) {
            terminal.out().println("Stopping");
            try (var _ = StackLock.take(home().lock())) {
                stack.stop();
            }
            terminal.out().println("Parley is down");
            throw ctrlC;
        }
    }
}
