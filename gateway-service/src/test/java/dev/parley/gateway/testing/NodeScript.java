package dev.parley.gateway.testing;

import dev.parley.contractcheck.PacketWatch;
import dev.parley.contractcheck.SocketContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The script of {@code socketio-client}, run by Node.js with what its lock file names. It says what it sees, in JSON; the
 * packets of its sockets, which it shows too, are held to the documented protocol.
 */
public final class NodeScript implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "socketio-client");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "client.mjs");
    private static final Duration INSTALLING = Duration.ofSeconds(90);
    private static final Duration RUNNING = Duration.ofSeconds(60);
    private static final Pattern NO_REGISTRY = Pattern.compile(
            "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|FetchError|E50\\d|E403");
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Integer, PacketWatch> watches = new HashMap<>();
    private final Process process;
    private final BufferedReader output;

    private NodeScript(Process process) {
        this.process = process;
        output = process.inputReader();
        CompletableFuture.delayedExecutor(RUNNING.toSeconds(), TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    /** Skips the test, and says why, where Node.js, npm or its registry is not to be had. */
    public static void assumeThatItCanRun() {
        for (var tool : List.of("node", "npm")) {
            Assumptions.assumeTrue(isThere(tool), () -> "skipped: " + tool + " is not on this machine");
        }
        install();
    }

    private static boolean isThere(String tool) {
        try {
            return run(Path.of("."), Duration.ofSeconds(30), tool, "--version").exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void install() {
        try {
            Files.createDirectories(FOLDER);
            for (var file : FILES) {
                Files.copy(
                        Path.of("src", "test", "resources", "socketio-client", file),
                        FOLDER.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            var npm = run(FOLDER, INSTALLING, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Assumptions.assumeFalse(npm.exitCode() == Run.TIMED_OUT, "skipped: npm ci took more than " + INSTALLING);
            Assumptions.assumeFalse(
                    npm.exitCode() != 0 && NO_REGISTRY.matcher(npm.output()).find(),
                    () -> "skipped: npm's registry can't be reached: " + npm.output());
            if (npm.exitCode() != 0) {
                throw new AssertionError("npm ci: " + npm.output());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record Run(int exitCode, String output) {

        static final int TIMED_OUT = -1;
    }

    /** Its output goes through a file, so that waiting for it can end. */
    private static Run run(Path folder, Duration most, String... command) throws IOException {
        var output = Files.createTempFile("node-script", ".log");
        var process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            var exitCode = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)
                    ? process.exitValue()
                    : Run.TIMED_OUT;
            return new Run(exitCode, Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    public static NodeScript start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("node", "client.mjs"));
        command.addAll(List.of(arguments));
        return new NodeScript(
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start());
    }

    /** The next thing that it says, packets aside, has to be this. */
    public JsonNode await(String what) throws IOException {
        var line = nextButPackets();
        if (line == null || !line.startsWith("{\"what\":\"" + what + "\"")) {
            throw new AssertionError("Node.js said: " + line + " (expected: " + what + ")");
        }
        return JSON.readTree(line);
    }

    private @Nullable String nextButPackets() throws IOException {
        var line = output.readLine();
        while (line != null && line.startsWith("{\"what\":\"packet\"")) {
            look(JSON.readTree(line));
            line = output.readLine();
        }
        return line;
    }

    private void look(JsonNode packet) {
        var watch = watches.computeIfAbsent(
                packet.path("socket").asInt(), _ -> SocketContract.ofRepository().watchPackets());
        var text = packet.path("text").asString();
        switch (packet.path("way").asString()) {
            case "out" -> watch.sent(text);
            case "outOnPurpose" -> watch.sentOnPurpose(text);
            default -> watch.received(text);
        }
        watch.verify();
    }

    /** How many sockets were looked on at. */
    public int sockets() {
        return watches.size();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
