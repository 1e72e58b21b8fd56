package dev.parley.images;

import dev.parley.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.zip.ZipFile;

/** The source tree with what the build has made of it. */
record BuiltServices(Path root, String version) {

    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /** The runnable one. */
    Path jar(Service service) throws IOException {
        var module = service.word() + "-service";
        var jar = root.resolve(module).resolve("target").resolve(module + "-" + version + "-app.jar");
        if (!Files.exists(jar)) {
            throw new IOException(jar + ": not built");
        }
        return jar;
    }

    /** Takes out what the jar says it is made of. */
    void copyBill(Service service, Path target) throws IOException {
        try (var jar = new ZipFile(jar(service).toFile())) {
            var entry = Objects.requireNonNull(jar.getEntry(BILL), BILL);
            try (var bill = jar.getInputStream(entry)) {
                Files.copy(bill, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
