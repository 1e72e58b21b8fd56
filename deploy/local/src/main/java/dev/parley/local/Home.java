package dev.parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The data folder of a stack and what lies where in it. */
record Home(Path folder) {

    Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Makes the folder; others on this machine have no business in it. */
    void make() throws IOException {
        Files.createDirectories(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(run());
        Files.createDirectories(logs());
    }

    /** What the engines keep; the only thing that {@code --fresh} deletes. */
    Path data() {
        return folder.resolve("data");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path jwtSecret() {
        return folder.resolve("secrets").resolve("jwt");
    }

    /** Belongs to the database in the data folder, and is deleted with it. */
    Path databasePassword() {
        return data().resolve("database-password");
    }

    /** Of the search service's own database, on the same server. */
    Path searchPassword() {
        return data().resolve("search-password");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /** Locked for as long as an {@code up} stays in the foreground. */
    Path foregroundLock() {
        return folder.resolve("foreground-lock");
    }
}
