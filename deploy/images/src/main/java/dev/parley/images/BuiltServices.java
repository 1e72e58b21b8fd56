package dev.parley.images;

import dev.parley.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree with what the build has made of it. */
record BuiltServices(Path root, String version) {

    /** The runnable one. */
    Path jar(Service service) throws IOException {
        var module = service.word() + "-service";
        var jar = root.resolve(module).resolve("target").resolve(module + "-" + version + "-app.jar");
        if (!Files.exists(jar)) {
            throw new IOException(jar + ": not built");
        }
        return jar;
    }
}
