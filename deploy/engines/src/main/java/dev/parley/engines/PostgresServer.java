package dev.parley.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.LogTail;
import dev.parley.engines.process.Signal;

/**
 * PostgreSQL on the loopback address, with all its promises kept (fsync, synchronous_commit, full_page_writes) and a
 * password for everyone.
 */
public record PostgresServer(Path folder, int port, String username, String password) implements Engine {

    public PostgresServer {
        folder = folder.toAbsolutePath();
        if (password.isBlank()) {
            throw new IllegalArgumentException("password of " + username + ": blank (expected: a secret)");
        }
    }

    /** On a port that is free now. */
    public static PostgresServer in(Path folder, String username, String password) {
        return new PostgresServer(folder, FreePort.next(), username, password);
    }

    public Database database(String name) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, username, password);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Binaries.unpackPostgres();
        Files.createDirectories(folder);
        if (Files.exists(data())) {
            StalePidFile.remove(data());
        } else {
            initialise();
        }
    }

    /** Under another name first, so that a crash on the way leaves nothing that looks like a database. */
    private void initialise() throws IOException, InterruptedException {
        var unfinished = folder.resolve("data.unfinished");
        Folders.delete(unfinished);
        var passwordFile = SecretFile.write(folder.resolve("password.unfinished"), password + "\n");
        try {
            var command = asUser(program("initdb"), "-D", unfinished.toString(), "-U", username, "--pwfile",
                    passwordFile.toString(), "-A", "scram-sha-256", "-E", "UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
            run(command, folder.resolve("initdb.log"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command, Path log) throws IOException, InterruptedException {
        var status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start()
                .waitFor();
        if (status != 0) {
            throw new IOException("initdb: exit status " + status + " (expected: 0)\n" + LogTail.of(log, 15));
        }
    }

    @Override
    public Launch launch() {
        var settings = List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on",
                "synchronous_commit=on", "full_page_writes=on", "max_connections=200", "jit=off", "timezone=UTC",
                "log_timezone=UTC", "log_line_prefix=%m [%p] ");
        var command = asUser(program("postgres"), "-D", data().toString());
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        // INT is its fast way to stop; TERM would wait until the last client has gone.
        return new Launch("postgres", command, Map.of("LC_ALL", "C"), folder, folder.resolve("postgres.log"),
                Signal.INT);
    }

    @Override
    public void verify() throws IOException {
        verify(port, username);
    }

    /** The same question, for which no password is needed. */
    public static void verify(int port, String username) throws IOException {
        PostgresPing.send(port, username);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static Path program(String name) {
        return Binaries.postgres().resolve("bin").resolve(name);
    }

    /** The server refuses to run as root. In a user namespace without a mapping root is nobody; the wrapper execs. */
    private static List<String> asUser(Path program, String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public String toString() {
        return "PostgresServer[" + folder + ", port=" + port + "]";
    }
}
