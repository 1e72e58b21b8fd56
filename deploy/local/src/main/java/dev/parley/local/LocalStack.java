package dev.parley.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import dev.parley.engines.Database;
import dev.parley.engines.FreePort;
import dev.parley.engines.process.Launch;
import dev.parley.engines.process.RunningProcess;

/**
 * A whole stack for tests, on ports that are free now. Its parts are children of this JVM: they are gone when the stack
 * is closed, and when the JVM ends in whichever way.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration TOKENS = Duration.ofHours(4);
    private static final int HIGHEST_BASE = 14_000;

    private final Blueprint blueprint;
    private final Stack stack;

    private LocalStack(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.stack = new Stack(blueprint, Launch::startChild, Progress.SILENT);
    }

    /** The built services in a folder of their own, without limits; returns when all parts are ready. */
    public static LocalStack start(Path folder) throws IOException, InterruptedException {
        return start(folder, false, Map.of());
    }

    /** @param properties given to all services, as {@code --set} does */
    public static LocalStack start(Path folder, boolean limits, Map<String, String> properties)
            throws IOException, InterruptedException {
        return start(folder, new StackSettings(0, limits, properties), Installation.find());
    }

    static LocalStack start(Path folder, StackSettings settings, Service.Programs programs)
            throws IOException, InterruptedException {
        var home = new Home(folder);
        home.make();
        var stack = new LocalStack(onFreePorts(home, settings, programs));
        try {
            stack.stack.start(List.of());
            return stack;
        } catch (IOException | InterruptedException failed) {
            stack.close();
            throw failed;
        }
    }

    /**
     * Starts each service once and stops it again, on engines of their own, so that its program can keep what makes its
     * starts quick: what {@link Service.Programs#cache} names is there afterwards.
     */
    public static void rehearse(Path folder, Service.Programs programs) throws IOException, InterruptedException {
        var home = new Home(folder);
        home.make();
        try (var stack = new LocalStack(onFreePorts(home, new StackSettings(0, true, Map.of()), programs))) {
            stack.stack.startEngines();
            for (var rehearsal : stack.blueprint.rehearsals(programs)) {
                rehearsal.run();
            }
        }
    }

    /** Below the range from which systems take the ports of outgoing connections. */
    private static Blueprint onFreePorts(Home home, StackSettings settings, Service.Programs programs) {
        for (var tries = 0; tries < 200; tries++) {
            var base = ThreadLocalRandom.current().nextInt(1, HIGHEST_BASE / 20) * 20;
            var blueprint = Blueprint.of(home, new StackSettings(base, settings.limits(), settings.properties()),
                    programs);
            if (blueprint.parts().flatMap(part -> part.ports().stream()).allMatch(FreePort::isFree)) {
                return blueprint;
            }
        }
        throw new IllegalStateException("no base found from which all ports of a stack are free");
    }

    /** The socket of a gateway, counted from 1. */
    public URI gateway(int number) {
        return blueprint.settings().addresses().socket(number);
    }

    /** The root of the REST service, without {@code /api/v1}. */
    public URI rest() {
        return blueprint.settings().addresses().rest();
    }

    /** The root of the search service's REST, without {@code /api/v1}. */
    public URI search() {
        return blueprint.settings().addresses().searchRest();
    }

    public String kafkaServers() {
        return blueprint.settings().addresses().kafkaServers();
    }

    public String redisUrl() {
        return "redis://127.0.0.1:" + blueprint.settings().addresses().redis();
    }

    /** The database of the persistence service. */
    public Database database() throws IOException, InterruptedException {
        return Blueprint.server(blueprint.home(), blueprint.settings().addresses()).database(Blueprint.DATABASE);
    }

    /** Holds the secret that tokens are signed with. */
    public Path secretFile() {
        return blueprint.home().jwtSecret();
    }

    public String token(String user) throws IOException, InterruptedException {
        return new DevelopmentToken(Secret.readOrMake(secretFile()), TOKENS, Map.of()).sign(user,
                Clock.systemUTC().instant());
    }

    public Path log(String part) {
        return blueprint.home().log(part);
    }

    /** SIGKILL. */
    public void kill(String part) throws IOException, InterruptedException {
        running(part).kill();
    }

    /** SIGTERM, as an orchestrator would; returns when the part has ended. */
    public void stop(String part) throws IOException, InterruptedException {
        stack.stop(blueprint.part(part).name());
    }

    /** SIGSTOP, until {@link #start(String)}. */
    public void pause(String part) throws IOException, InterruptedException {
        running(part).pause();
    }

    /** Starts a part that has ended, or continues one that is held; returns when it is ready. */
    public void start(String part) throws IOException, InterruptedException {
        var process = stack.process(part);
        if (process.isPresent()) {
            stack.resume(blueprint.part(part), process.get());
        } else {
            stack.start(blueprint.part(part));
        }
    }

    /** The part's process. */
    public RunningProcess running(String part) throws IOException {
        return stack.process(blueprint.part(part).name())
                .orElseThrow(() -> new CommandFailedException(part + ": is not running"));
    }

    public boolean isHealthy() throws IOException, InterruptedException {
        return stack.status().stream().allMatch(PartStatus::isHealthy);
    }

    @Override
    public void close() throws IOException {
        try {
            stack.stop();
        } catch (InterruptedException e) {
            // The children are killed with this JVM at the latest.
            Thread.currentThread().interrupt();
        }
    }
}
