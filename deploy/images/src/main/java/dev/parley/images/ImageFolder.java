package dev.parley.images;

import dev.parley.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * All that the images are made of: {@code runtime}, which they share, and a folder for each service with its program in
 * {@code app}.
 */
record ImageFolder(Path root) {

    private static final String EXECUTABLE = "rwxr-xr-x";
    private static final String READABLE = "rw-r--r--";

    Path runtime() {
        return root.resolve("runtime");
    }

    Path java() {
        return runtime().resolve("bin/java");
    }

    Path app(Service service) {
        return root.resolve(service.word()).resolve("app");
    }

    Path libraries(Service service) {
        return app(service).resolve("lib");
    }

    Path program(Service service) {
        return app(service).resolve("service.jar");
    }

    Path options(Service service) {
        return app(service).resolve("java.options");
    }

    Path probeOptions(Service service) {
        return app(service).resolve("probe.options");
    }

    Path tools(Service service) {
        return app(service).resolve("tools.jar");
    }

    /** Differs from build to build, even of the same program: a layer of its own keeps the others equal. */
    Path cache(Service service) {
        return app(service).resolve("start.aot");
    }

    /** Beside the folder: an engine that builds reads all that is in it. */
    Path tar(Service service) {
        return root.resolveSibling("parley-" + service.word() + ".tar");
    }

    /** What is in the image, by CycloneDX; the service's jar has the same. */
    Path bill(Service service) {
        return root.resolveSibling("parley-" + service.word() + ".cdx.json");
    }

    /** What Jib has taken from registries, and made. */
    Path jibCache() {
        return root.resolveSibling("jib");
    }

    /**
     * Gives all files one time and one of two permissions. The cache of classes knows the times of the jars that it was
     * made with, so this has to happen before it is made, and images have to keep the times.
     */
    static void settle(Path folder, Instant time) throws IOException {
        try (var paths = Files.walk(folder)) {
            // Folders last: what happens in one changes its time.
            for (var path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                var permissions = Files.isDirectory(path) || Files.isExecutable(path) ? EXECUTABLE : READABLE;
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
                Files.setLastModifiedTime(path, FileTime.from(time));
            }
        }
    }
}
