package dev.parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.parley.engines.process.LogTail;

/** Shows the end of all logs, or follows one. */
record LogsCommand(Home home, Terminal terminal) {

    private static final String SUFFIX = ".log";
    private static final int LINES_OF_EACH = 10;
    private static final int LINES_OF_ONE = 100;

    int run(List<String> part) throws IOException, InterruptedException {
        if (part.isEmpty()) {
            for (var name : names()) {
                terminal.out().println("==> " + home.log(name) + " <==");
                terminal.out().println(LogTail.of(home.log(name), LINES_OF_EACH));
                terminal.out().println();
            }
            return 0;
        }
        var log = log(part.getFirst());
        terminal.out().println(LogTail.of(log, LINES_OF_ONE));
        new LogFollower(log, terminal.out()).follow();
        return 0;
    }

    private Path log(String part) throws IOException {
        var names = names();
        if (!names.contains(part)) {
            throw new CommandFailedException(part + ": has no log in " + home.logs() + " (there are: "
                    + (names.isEmpty() ? "none" : String.join(", ", names)) + ")");
        }
        return home.log(part);
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(home.logs())) {
            return List.of();
        }
        try (var files = Files.list(home.logs())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())).sorted().toList();
        }
    }
}
