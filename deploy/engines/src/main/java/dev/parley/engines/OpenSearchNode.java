package dev.parley.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.parley.engines.opensearch.OpenSearchMain;
import dev.parley.engines.process.Launch;
import dev.parley.engines.process.Signal;

/**
 * OpenSearch on the loopback address, alone in its cluster, without passwords. An index is never created by accident.
 *
 * @param port          of HTTP
 * @param transportPort what nodes would use among themselves
 * @param jvmOptions    flags of its JVM
 */
public record OpenSearchNode(Path folder, int port, int transportPort, List<String> jvmOptions) implements Engine {

    /** C1 only: a node of a test is gone before C2 pays. */
    public static final List<String> FOR_TESTS = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Xshare:auto");

    private static final List<String> QUIET = List.of("--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Dlog4j2.configurationFile=classpath:dev/parley/engines/opensearch/log4j2.xml");

    public OpenSearchNode {
        folder = folder.toAbsolutePath();
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** On ports that are free now. */
    public static OpenSearchNode in(Path folder) {
        return new OpenSearchNode(folder, FreePort.next(), FreePort.next(), FOR_TESTS);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException {
        var settings = Files.createDirectories(folder.resolve("config")).resolve("opensearch.yml");
        Files.writeString(settings, settings().entrySet().stream()
                .map(setting -> setting.getKey() + ": \"" + setting.getValue() + "\"")
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("cluster.name", "parley");
        settings.put("discovery.type", "single-node");
        settings.put("network.host", "127.0.0.1");
        settings.put("http.port", Integer.toString(port));
        settings.put("transport.port", Integer.toString(transportPort));
        settings.put("action.auto_create_index", "false");
        // A disk that is nearly full would make every index read-only, be there gigabytes left or not.
        settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        return settings;
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(QUIET);
        command.addAll(List.of("-cp", OpenSearchJars.classPath(), OpenSearchMain.class.getName(), folder.toString()));
        return new Launch("opensearch", command, Map.of(), folder, folder.resolve("opensearch.log"), Signal.TERM);
    }

    @Override
    public void verify() throws IOException {
        OpenSearchPing.send(port);
    }
}
