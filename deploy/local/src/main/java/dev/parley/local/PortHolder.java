package dev.parley.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that listens on a port, where the system tells. */
final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** As "process 4711 (/usr/bin/java -jar …)", or "another process". */
    static String describe(int port) {
        return find(port).map(PortHolder::describe).orElse("another process");
    }

    private static String describe(ProcessHandle process) {
        var line = process.info().commandLine().or(() -> process.info().command()).orElse("name unknown");
        return "process " + process.pid() + " (" + (line.length() > 90 ? line.substring(0, 90) + "…" : line) + ")";
    }

    static Optional<ProcessHandle> find(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6").map(table -> socketOf(Path.of(table), port))
                .flatMap(Optional::stream).findFirst()
                .flatMap(socket -> ProcessHandle.allProcesses().filter(process -> holds(process, socket)).findFirst());
    }

    /** The link under which the holder's open files show the socket. */
    private static Optional<String> socketOf(Path table, int port) {
        if (!Files.isReadable(table)) {
            return Optional.empty();
        }
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        try (var lines = Files.lines(table)) {
            return lines.skip(1).map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
                    .map(fields -> "socket:[" + fields[9] + "]").findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (DirectoryStream<Path> files = Files
                .newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (var file : files) {
                if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOurs) {
            return false;
        }
    }
}
