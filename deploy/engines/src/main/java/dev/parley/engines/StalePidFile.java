package dev.parley.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a killed PostgreSQL leaves behind. The server overlooks it, unless its old pid belongs to some other process by
 * now: then it refuses to start, for ever.
 */
final class StalePidFile {

    private StalePidFile() {}

    static void remove(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var pid = Files.readAllLines(file).stream().findFirst().map(String::strip).orElse("");
        if (pid.matches("\\d{1,9}") && serves(Long.parseLong(pid), data)) {
            throw new IOException(data + ": in use by process " + pid);
        }
        Files.deleteIfExists(file);
    }

    private static boolean serves(long pid, Path data) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(data.toString())).isPresent();
    }
}
