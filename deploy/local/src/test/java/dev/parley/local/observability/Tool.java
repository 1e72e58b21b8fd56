package dev.parley.local.observability;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Programs of Prometheus, which a machine may have or not. */
enum Tool {

    PROMETHEUS,
    PROMTOOL;

    private String program() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program())));
    }

    List<String> with(String... arguments) {
        return Stream.concat(Stream.of(program()), Stream.of(arguments)).toList();
    }
}
