package dev.parley.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is done with the JDK that builds: its runtime is what goes into the images. */
final class JavaTools {

    /** What Spring, Kafka's and PostgreSQL's clients, Lettuce, Jetty and Lucene ask for; and jcmd, to look inside. */
    private static final List<String> MODULES = List.of("java.base", "java.compiler", "java.desktop",
            "java.instrument", "java.logging", "java.management", "java.management.rmi", "java.naming",
            "java.net.http", "java.prefs", "java.rmi", "java.scripting", "java.security.jgss", "java.security.sasl",
            "java.sql", "java.transaction.xa", "java.xml", "jdk.jcmd", "jdk.jfr", "jdk.management",
            "jdk.management.agent", "jdk.management.jfr", "jdk.naming.dns", "jdk.net", "jdk.nio.mapmode",
            "jdk.unsupported", "jdk.zipfs");

    private JavaTools() {}

    /** A runtime without what services never use, and with a list of the JDK's own classes that lets any program start. */
    static void link(Path runtime) throws IOException, InterruptedException {
        run(List.of(home().resolve("bin/jlink").toString(), "--add-modules", String.join(",", MODULES),
                "--no-header-files", "--no-man-pages", "--compress", "zip-6", "--output", runtime.toString()));
        resolveLinks(runtime);
        run(List.of(runtime.resolve("bin/java").toString(), "-Xshare:dump"));
    }

    /** Licences that modules share are linked; Jib would follow the links, and an engine would keep them. */
    private static void resolveLinks(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var link : paths.filter(Files::isSymbolicLink).toList()) {
                Files.copy(link.toRealPath(), link, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Libraries as jars of their own: a jar in a jar is slow, and no cache knows its classes. */
    static void unpack(Path jar, Path target, String name) throws IOException, InterruptedException {
        run(List.of(home().resolve("bin/java").toString(), "-Djarmode=tools", "-jar", jar.toString(), "extract",
                "--application-filename", name, "--destination", target.toString()));
    }

    /** A jar of one package. */
    static void archive(Path jar, Path classes, String folder, String time) throws IOException, InterruptedException {
        run(List.of(home().resolve("bin/jar").toString(), "--create", "--file", jar.toString(), "--date", time, "-C",
                classes.toString(), folder));
    }

    private static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var log = Files.createTempFile("parley-image", ".log");
        try {
            var status = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException(command.getFirst() + ": exit status " + status + " (expected: 0)\n"
                        + Files.readAllLines(log).stream().limit(20).collect(Collectors.joining("\n")));
            }
        } finally {
            Files.delete(log);
        }
    }
}
