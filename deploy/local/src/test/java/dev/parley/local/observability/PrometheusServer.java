package dev.parley.local.observability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parley.engines.FreePort;
import dev.parley.engines.process.Launch;
import dev.parley.engines.process.Readiness;
import dev.parley.engines.process.RunningProcess;
import dev.parley.engines.process.Signal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that scrapes each second, gone with the test. */
final class PrometheusServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final RunningProcess process;

    private PrometheusServer(URI address, RunningProcess process) {
        this.address = address;
        this.process = process;
    }

    /** @param targets by job: HOST:PORT of what it scrapes */
    static PrometheusServer start(Path folder, Path rules, Map<String, List<String>> targets)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var port = FreePort.next();
        var config = Files.writeString(folder.resolve("prometheus.yml"), config(rules, targets));
        var launch = new Launch("prometheus",
                Tool.PROMETHEUS.with("--config.file=" + config, "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port),
                Map.of(), folder, folder.resolve("prometheus.log"), Signal.TERM);
        var server = new PrometheusServer(URI.create("http://127.0.0.1:" + port), launch.startChild());
        Readiness.await(launch, server.process, () -> server.get("/-/ready"), PATIENCE);
        return server;
    }

    private static String config(Path rules, Map<String, List<String>> targets) {
        return targets.entrySet().stream().map(job -> """
              - job_name: %s
                metrics_path: /actuator/prometheus
                static_configs: [targets: [%s]]
            """.formatted(job.getKey(), job.getValue().stream()
                .map(target -> '"' + target + '"').collect(Collectors.joining(", "))))
                .collect(Collectors.joining("", """
                    global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
                    rule_files: [ "%s" ]
                    scrape_configs:
                    """.formatted(rules), ""));
    }

    /**
     * What the query gives now, one node for each series.
     *
     * @throws IOException if Prometheus does not take it
     */
    JsonNode ask(String query) throws IOException, InterruptedException {
        var answer = JsonMapper.shared().readTree(get("/api/v1/query?query=" + URLEncoder.encode(query, UTF_8)));
        return answer.at("/data/result");
    }

    /** The names of all alerts that fire now. */
    Set<String> firing() throws IOException, InterruptedException {
        return ask("ALERTS{alertstate=\"firing\"}").valueStream()
                .map(series -> series.at("/metric/alertname").asString())
                .collect(Collectors.toSet());
    }

    private String get(String path) throws IOException {
        try {
            var answer = http.send(HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking Prometheus", e);
        }
    }

    @Override
    public void close() throws IOException {
        http.shutdownNow();
        try {
            process.stop(Signal.TERM, PATIENCE);
        } catch (InterruptedException e) {
            // It is killed with this JVM at the latest.
            Thread.currentThread().interrupt();
        }
    }
}
