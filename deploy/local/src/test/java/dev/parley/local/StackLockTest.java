package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {

    @TempDir
    Path folder;

    @Test
    void isHeldByOneAtATime() throws Exception {
        var file = folder.resolve("lock");
        try (var first = StackLock.take(file)) {
            assertThat(first.channel().isOpen()).isTrue();
            assertThat(StackLock.tryTake(file)).isEmpty();
        }
        try (var second = StackLock.tryTake(file).orElseThrow()) {
            assertThat(second.channel().isOpen()).isTrue();
        }
    }

    @Test
    void holdsAgainstOtherProcessesWhateverThreadsOfThisOneTry() throws Exception {
        var file = folder.resolve("lock");
        try (var _ = StackLock.take(file)) {
            assertThat(StackLock.tryTake(file)).isEmpty();
            assertThat(anotherProcessTakes(file)).isFalse();
        }
        assertThat(anotherProcessTakes(file)).isTrue();
    }

    private static boolean anotherProcessTakes(Path file) throws Exception {
        var process = new ProcessBuilder(StandIns.java(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StackLockTest.class.getName(), file.toString()).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).endsWith("true");
    }

    /** That other process. */
    public static void main(String[] file) throws Exception {
        System.out.print(StackLock.tryTake(Path.of(file[0])).isPresent());
    }
}
