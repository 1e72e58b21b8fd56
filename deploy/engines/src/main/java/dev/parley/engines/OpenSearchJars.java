package dev.parley.engines;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.parley.engines.opensearch.OpenSearchMain;

/**
 * The class path of a node: its program, and the jars in the local Maven repository that the program was built with.
 * None of them is on this JVM's class path.
 */
final class OpenSearchJars {

    private static final String LIST = "class-path";

    private OpenSearchJars() {}

    static String classPath() {
        var jars = listed();
        for (var jar : jars.split(File.pathSeparator)) {
            if (!Files.exists(Path.of(jar))) {
                throw new IllegalStateException(jar
                        + ": missing; it was there when deploy/opensearch-node was built, and comes back when it is built again");
            }
        }
        return CodePlace.of(OpenSearchMain.class) + File.pathSeparator + jars;
    }

    private static String listed() {
        try (var list = OpenSearchMain.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + ": not beside " + OpenSearchMain.class.getName());
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
