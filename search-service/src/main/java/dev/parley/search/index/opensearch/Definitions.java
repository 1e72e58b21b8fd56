package dev.parley.search.index.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Mappings and scripts, which lie beside the code as files. */
final class Definitions {

    private Definitions() {}

    static String text(String name) {
        try (var file = Definitions.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + ": not beside " + Definitions.class.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
