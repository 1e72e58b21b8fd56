package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** A command that goes on for a while, in a process of its own. */
record OtherTerminal(Process process, Path file) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static OtherTerminal run(Path folder, String... words) throws IOException {
        var command = new ArrayList<>(List.of(StandIns.java(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StandIns.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", folder.toString()));
        var file = Files.createTempFile(folder, "terminal", ".out");
        return new OtherTerminal(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file.toFile()).start(), file);
    }

    String output() throws IOException {
        return Files.readString(file);
    }

    void awaitOutput(String part) {
        Awaitility.await().atMost(PATIENCE).until(() -> output().contains(part));
    }

    /** Until it ends by itself. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    /** SIGTERM, which is as good as Ctrl-C: a build in the background may have its children ignore SIGINT. */
    void interrupt() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
