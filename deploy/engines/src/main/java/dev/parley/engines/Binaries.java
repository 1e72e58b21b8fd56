package dev.parley.engines;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import org.tukaani.xz.XZInputStream;

/** Executables that come inside jars, unpacked once per user and version. */
final class Binaries {

    private Binaries() {}

    /** The folder with PostgreSQL's bin, lib and share; there after {@link #unpackPostgres()}. */
    static Path postgres() {
        return cache().resolve(versionOf(postgresArchive()));
    }

    static void unpackPostgres() throws IOException, InterruptedException {
        var folder = postgres();
        if (!Files.isDirectory(folder)) {
            var unpacking = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "unpacking-");
            try (var packed = open(postgresArchive())) {
                untar(new XZInputStream(packed), unpacking);
            }
            install(unpacking, folder);
        }
    }

    private static String postgresArchive() {
        return "postgres-" + system() + "-" + (isArm() ? "arm_64" : "x86_64") + ".txz";
    }

    /** The redis-server program; there after {@link #unpackRedis()}. */
    static Path redis() {
        return cache().resolve(redisProgram());
    }

    static void unpackRedis() throws IOException {
        var program = redis();
        if (!Files.isExecutable(program)) {
            var unpacking = Files.createTempFile(Files.createDirectories(program.getParent()), "unpacking-", "");
            try (var packed = open(redisProgram())) {
                Files.copy(packed, unpacking, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!unpacking.toFile().setExecutable(true)) {
                throw new IOException(unpacking + ": can't be made executable");
            }
            install(unpacking, program);
        }
    }

    private static String redisProgram() {
        return "redis-server-7.0.15-" + system() + "-" + (isArm() ? "arm64" : "amd64");
    }

    /** Appears in one step: a reader never sees half of it. Whoever comes second drops his own. */
    private static void install(Path unpacked, Path target) throws IOException {
        try {
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
            Folders.delete(unpacked);
        }
    }

    private static void untar(InputStream tar, Path folder) throws IOException, InterruptedException {
        // The system's tar, which keeps modes and links; only xz is not found everywhere.
        var process = new ProcessBuilder("tar", "-x", "-f", "-", "-C", folder.toString()).inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (var sink = process.getOutputStream()) {
            tar.transferTo(sink);
        }
        var status = process.waitFor();
        if (status != 0) {
            throw new IOException("tar -x in " + folder + ": exit status " + status + " (expected: 0)");
        }
    }

    private static InputStream open(String resource) throws IOException {
        return locate(resource).openStream();
    }

    /** The name of the jar, which carries the version. */
    private static String versionOf(String resource) {
        var inJar = locate(resource).getPath();
        var jar = inJar.substring(0, inJar.indexOf("!/"));
        return jar.substring(jar.lastIndexOf('/') + 1).replace(".jar", "");
    }

    private static URL locate(String resource) {
        var url = Binaries.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IllegalStateException(
                    resource + ": not on the class path; the binaries for this system are not among the dependencies");
        }
        return url;
    }

    private static Path cache() {
        var home = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return Path.of(home, "parley", "engines");
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static boolean isArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }
}
