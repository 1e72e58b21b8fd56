package dev.parley.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.Signal;

/**
 * Kafka in KRaft mode on the loopback address: a broker and its controller in one JVM, alone or as one of a cluster.
 * Topics are never created by accident: {@link Topics} makes them.
 *
 * @param id         this node among the peers
 * @param peers      all nodes of the cluster, this one included
 * @param jvmOptions flags of its JVM
 */
public record KafkaNode(Path folder, int id, List<Peer> peers, List<String> jvmOptions) implements Engine {

    /** C1 only: a broker of a test is gone before C2 pays. */
    public static final List<String> FOR_TESTS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Xshare:auto");

    /** Kafka looks for a log engine that it does not use here, and the JDK warns of what Kafka does with memory. */
    private static final List<String> QUIET = List.of("--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory");

    /** One node of a cluster and the two ports that it listens on. */
    public record Peer(int id, int port, int controllerPort) {}

    public KafkaNode {
        folder = folder.toAbsolutePath();
        peers = List.copyOf(peers);
        jvmOptions = List.copyOf(jvmOptions);
        if (peers.stream().noneMatch(peer -> peer.id() == id)) {
            throw new IllegalArgumentException("node " + id + ": not among " + peers);
        }
    }

    /** A single node on ports that are free now. */
    public static KafkaNode in(Path folder) {
        return single(folder, FreePort.next(), FreePort.next(), FOR_TESTS);
    }

    public static KafkaNode single(Path folder, int port, int controllerPort, List<String> jvmOptions) {
        return new KafkaNode(folder, 1, List.of(new Peer(1, port, controllerPort)), jvmOptions);
    }

    public int port() {
        return self().port();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    Peer self() {
        return peers.stream().filter(peer -> peer.id() == id).findFirst().orElseThrow();
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folder);
        KafkaSettings.write(this, propertiesFile());
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(QUIET);
        command.addAll(List.of("-Dlogback.configurationFile=dev/parley/engines/kafka-logback.xml", "-cp",
                KafkaJars.classPath(), KafkaMain.class.getName(), propertiesFile().toString()));
        return new Launch(name(), command, Map.of(), folder, folder.resolve("kafka.log"), Signal.TERM);
    }

    @Override
    public void verify() throws IOException {
        KafkaPing.send(port(), id);
    }

    private String name() {
        return peers.size() == 1 ? "kafka" : "kafka-" + id;
    }

    private Path propertiesFile() {
        return folder.resolve("server.properties");
    }
}
