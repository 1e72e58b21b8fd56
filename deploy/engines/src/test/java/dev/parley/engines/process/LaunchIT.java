package dev.parley.engines.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchIT {

    @TempDir
    Path folder;

    @Test
    void neverPrintsItsEnvironment() {
        var launch = new Launch("sleep", List.of("sleep", "60"), Map.of("TOKEN", "very secret"), folder,
                folder.resolve("log"), Signal.TERM);

        assertThat(launch.toString()).contains("TOKEN").doesNotContain("very secret");
    }

    @Test
    void givesTheProcessItsEnvironmentAndItsLog() throws Exception {
        var launch = new Launch("echo", List.of("sh", "-c", "echo \"$GREETING from $PWD\""),
                Map.of("GREETING", "hello"),
                folder, folder.resolve("logs/echo.log"), Signal.TERM);

        assertThat(launch.startChild().awaitEnd(Duration.ofSeconds(10))).isTrue();

        assertThat(folder.resolve("logs/echo.log")).hasContent("hello from " + folder.toRealPath());
    }

    @Test
    void doesNotTakeAnotherProcessForItsOwn() throws Exception {
        var process = sleep(folder).startChild();
        var recycled = new RunningProcess(process.pid(), "ticks-1");

        assertThat(recycled.isAlive()).isFalse();
        recycled.signal(Signal.KILL);

        assertThat(process.isAlive()).isTrue();
        assertThat(process.stop(Signal.TERM, Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void endsWhatDoesNotWantToEnd() throws Exception {
        var stubborn = new Launch("stubborn",
                List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"),
                Map.of(), folder, folder.resolve("log"), Signal.TERM);
        var process = stubborn.startChild();
        Readiness.await(stubborn, process, () -> {
            if (!Files.readString(stubborn.log()).contains("ready")) {
                throw new IOException("not ready");
            }
        }, Duration.ofSeconds(5));

        assertThat(process.stop(Signal.TERM, Duration.ofMillis(300))).isFalse();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void reapsChildrenOfAJvmThatIsKilledButNotTheDetached() throws Exception {
        var jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Starter.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            var child = read(output.readLine());
            var detached = read(output.readLine());
            assertThat(child.isAlive()).isTrue();

            jvm.destroyForcibly().waitFor();

            assertThat(child.awaitEnd(Duration.ofSeconds(10))).isTrue();
            assertThat(detached.isAlive()).isTrue();
            detached.kill();
            assertThat(detached.isAlive()).isFalse();
        }
    }

    private static RunningProcess read(String line) {
        var fields = line.split(" ");
        return new RunningProcess(Long.parseLong(fields[0]), fields[1]);
    }

    private static Launch sleep(Path folder) {
        return new Launch("sleep", List.of("sleep", "60"), Map.of(), folder, folder.resolve("log"), Signal.TERM);
    }

    /** A JVM with one child and one process that is to outlive it. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) throws Exception {
            var launch = sleep(Path.of(arguments[0]));
            for (var process : List.of(launch.startChild(), launch.startDetached())) {
                System.out.println(process.pid() + " " + process.stamp());
            }
            new CountDownLatch(1).await();
        }
    }
}
