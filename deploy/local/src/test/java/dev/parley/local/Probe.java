package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What an orchestrator asks a service, on its management port. */
record Probe(URI service) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** It says that it can't do its work, and why; and that this is no reason to restart it. */
    void awaitUnready(String why) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var readiness = ask("readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).contains(why);
        });
        assertThat(ask("liveness").statusCode()).isEqualTo(200);
    }

    void awaitReady() {
        await().atMost(PATIENCE).until(() -> ask("readiness").statusCode() == 200);
    }

    private HttpResponse<String> ask(String group) throws Exception {
        var port = Addresses.management(service.getPort());
        var address = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }
}
