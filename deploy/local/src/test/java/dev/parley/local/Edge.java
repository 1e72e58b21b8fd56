package dev.parley.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.engines.FreePort;
import dev.parley.engines.process.Launch;
import dev.parley.engines.process.Readiness;
import dev.parley.engines.process.RunningProcess;
import dev.parley.engines.process.Signal;

/** The edge of deploy/compose, by the program itself, in front of a stack's services instead of containers. */
record Edge(RunningProcess process, URI address) implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);

    /** The program, if this machine has it. */
    static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "haproxy")).filter(Files::isExecutable).findFirst();
    }

    static String configuration() throws IOException {
        return Files.readString(Installation.find().root().resolve("deploy/compose/edge/haproxy.cfg"));
    }

    static Edge start(LocalStack stack, Path folder) throws IOException, InterruptedException {
        var port = FreePort.next();
        var health = FreePort.next();
        var file = Files.writeString(folder.resolve("haproxy.cfg"), configuration()
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replace("bind :8405", "bind 127.0.0.1:" + health)
                .replace("bind :3000", "bind 127.0.0.1:" + FreePort.next())
                .replaceAll("(?m)^ *server-template gateway-.*$",
                        servers("gateway", stack.gateway(1), stack.gateway(2)))
                .replaceAll("(?m)^ *server-template persistence-.*$", servers("persistence", stack.rest()))
                .replaceAll("(?m)^ *server-template search-.*$", servers("search", stack.search())));
        var command = List.of(program().orElseThrow().toString(), "-db", "-f", file.toString());
        var launch = new Launch("edge", command, Map.of(), folder, folder.resolve("haproxy.log"), Signal.TERM);
        var process = launch.startChild();
        Readiness.await(launch, process, () -> requireReady(health), START);
        return new Edge(process, URI.create("http://127.0.0.1:" + port));
    }

    /** In the place of names that Docker resolves. */
    private static String servers(String name, URI... addresses) {
        return Matcher.quoteReplacement(Stream.of(addresses)
                .map(at -> "    server " + name + at.getPort() + " 127.0.0.1:" + at.getPort() + " port "
                        + Addresses.management(at.getPort()))
                .collect(Collectors.joining("\n")));
    }

    private static void requireReady(int port) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/ready").toURL()
                .openConnection();
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("edge: HTTP " + connection.getResponseCode() + " (expected: 200)");
        }
    }

    URI socket() {
        return URI.create("ws://127.0.0.1:" + address.getPort() + "/ws");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.kill();
    }
}
