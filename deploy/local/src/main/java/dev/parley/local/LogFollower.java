package dev.parley.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Prints what is appended to a log, from now on, through its rotation. */
final class LogFollower {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BUFFER = 64 * 1024;

    private final Path log;
    private final PrintStream out;
    private long position;

    LogFollower(Path log, PrintStream out) throws IOException {
        this.log = log;
        this.out = out;
        this.position = Files.size(log);
    }

    /** Until the thread is interrupted, or the reader has gone. */
    void follow() throws IOException, InterruptedException {
        while (!out.checkError()) {
            step();
            Thread.sleep(POLL);
        }
    }

    /** Prints what is new. */
    void step() throws IOException {
        if (!Files.exists(log)) {
            position = 0;
            return;
        }
        try (var channel = FileChannel.open(log)) {
            if (channel.size() < position) {
                position = 0;
            }
            var buffer = ByteBuffer.allocate(BUFFER);
            for (var read = channel.read(buffer, position); read > 0; read = channel.read(buffer, position)) {
                out.write(buffer.array(), 0, read);
                position += read;
                buffer.clear();
            }
            out.flush();
        }
    }
}
