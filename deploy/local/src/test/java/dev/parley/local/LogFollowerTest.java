package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    @TempDir
    Path folder;

    @Test
    void printsWhatIsAppendedThroughARotation() throws Exception {
        var log = Files.writeString(folder.resolve("a.log"), "before\n");
        var printed = new ByteArrayOutputStream();
        var follower = new LogFollower(log, new PrintStream(printed, true, StandardCharsets.UTF_8));

        Files.writeString(log, "first\n", StandardOpenOption.APPEND);
        follower.step();
        Files.move(log, folder.resolve("a.log.1"));
        follower.step();
        Files.writeString(log, "new\n");
        follower.step();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("first\nnew\n");
    }
}
