package dev.parley.engines.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the system's table of processes says about one that is not dead. */
record ProcessEntry(String stamp, boolean stopped) {

    private static final Path PROC = Path.of("/proc/self/stat");

    static Optional<ProcessEntry> of(long pid) {
        return Files.exists(PROC) ? fromProc(pid) : fromHandle(pid);
    }

    private static Optional<ProcessEntry> fromProc(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The line of proc(5): the name may hold blanks and parentheses, so the fields are counted from its end. */
    static Optional<ProcessEntry> parse(String line) {
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        var state = fields[0].charAt(0);
        // A zombie has ended; it only waits for a parent that may never ask.
        if (state == 'Z' || state == 'X') {
            return Optional.empty();
        }
        // In ticks since boot: unlike a time of day it does not move when the clock is set.
        return Optional.of(new ProcessEntry("ticks-" + fields[19], state == 'T'));
    }

    private static Optional<ProcessEntry> fromHandle(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(handle -> handle.info().startInstant())
                .map(start -> new ProcessEntry("millis-" + start.toEpochMilli(), false));
    }
}
