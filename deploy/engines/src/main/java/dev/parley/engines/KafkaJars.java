package dev.parley.engines;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The class path of a broker: of this JVM's class path those jars that a broker needs. A test's other jars (Spring, its
 * logging) would slow the broker down, or change it.
 */
final class KafkaJars {

    private static final Pattern VERSIONED = Pattern.compile("(.+?)-\\d[^/]*\\.jar");
    private static final String LIST = "kafka-jars";

    private KafkaJars() {}

    static String classPath() {
        var wanted = wanted();
        var entries = new ArrayList<String>();
        entries.add(CodePlace.of(KafkaJars.class).toString());
        for (var entry : present()) {
            if (wanted.contains(artifact(Path.of(entry)))) {
                // The broker starts in a folder of its own.
                entries.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Artifact names, one a jar; the versions are whatever the build that uses this has settled on. */
    private static Set<String> wanted() {
        try (var list = KafkaJars.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + ": not beside " + KafkaJars.class.getName());
            }
            var names = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
            var artifacts = new HashSet<String>();
            for (var path : names.split(":")) {
                artifacts.add(path.substring(path.lastIndexOf('/') + 1).replace(".jar", ""));
            }
            return artifacts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> present() {
        // Surefire may hide the tests' class path in a manifest, and names it in a property.
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.asList(path.split(File.pathSeparator));
    }

    private static String artifact(Path jar) {
        var name = jar.getFileName() == null ? "" : jar.getFileName().toString();
        var versioned = VERSIONED.matcher(name);
        return versioned.matches() ? versioned.group(1) : name.replace(".jar", "");
    }
}
