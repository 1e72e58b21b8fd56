package dev.parley.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Set;

import dev.parley.engines.Database;
import dev.parley.engines.Folders;

/**
 * A base backup of a PostgreSQL that goes on working, by its own functions and a copy of its files: what pg_basebackup
 * does, which the binaries of these tests lack.
 */
record OnlineBackup(Path copy) {

    private static final Path LOG = Path.of("pg_wal");
    private static final Set<Path> OF_THE_PROCESS = Set.of(Path.of("postmaster.pid"), Path.of("postmaster.opts"));

    static OnlineBackup take(Database database, Path data, Path copy) throws IOException, SQLException {
        // One session from start to stop: the server gives up the backup of one that ends.
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('restore test', true)");
            copy(data, copy, file -> !file.startsWith(LOG) && !OF_THE_PROCESS.contains(file));
            try (var stop = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stop.next();
                Files.writeString(copy.resolve("backup_label"), stop.getString(1));
            }
            // All that was logged up to the stop: replayed over files that were copied at different times.
            copy(data, copy, file -> file.startsWith(LOG));
            return new OnlineBackup(copy);
        }
    }

    /** In the place of what was lost. */
    void restore(Path data) throws IOException {
        Folders.delete(data);
        copy(copy, data, file -> true);
    }

    private interface Choice {
        boolean takes(Path file);
    }

    private static void copy(Path from, Path to, Choice choice) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                var target = to.resolve(from.relativize(folder));
                if (!Files.exists(target)) {
                    Files.copy(folder, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (choice.takes(from.relativize(file))) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException goneMeanwhile) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            // A temporary file may go between its listing and its copy.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
    }
}
