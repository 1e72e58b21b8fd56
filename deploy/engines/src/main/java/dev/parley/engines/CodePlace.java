package dev.parley.engines;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the code of a class lies: a jar, or a folder of classes. */
final class CodePlace {

    private CodePlace() {}

    static Path of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type.getName() + " has no path", e);
        }
    }
}
