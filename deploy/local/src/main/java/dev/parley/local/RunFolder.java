package dev.parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import dev.parley.engines.process.RunningProcess;

/** The pid files: which process each part is, or was. */
record RunFolder(Path folder) {

    private static final String SUFFIX = ".pid";

    void record(String part, RunningProcess process) throws IOException {
        var draft = folder.resolve(part + SUFFIX + ".new");
        Files.writeString(draft, process.pid() + " " + process.stamp() + "\n");
        Files.move(draft, file(part), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The part's process, if it is alive. */
    Optional<RunningProcess> find(String part) throws IOException {
        var file = file(part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var fields = Files.readString(file).strip().split(" ");
        if (fields.length != 2) {
            throw new IOException(file + ": not a pid and the stamp of its start");
        }
        return Optional.of(new RunningProcess(Long.parseLong(fields[0]), fields[1])).filter(RunningProcess::isAlive);
    }

    void forget(String part) throws IOException {
        Files.deleteIfExists(file(part));
    }

    /** The parts that were started and not stopped since; they may have died. */
    List<String> started() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())).sorted().toList();
        }
    }

    private Path file(String part) {
        return folder.resolve(part + SUFFIX);
    }
}
