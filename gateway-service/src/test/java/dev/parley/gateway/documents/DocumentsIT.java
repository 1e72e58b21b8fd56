package dev.parley.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsIT {

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = SharedEngines.gateway(Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void givesTheWholeDocumentToAnyone() throws Exception {
        var answer = get("/asyncapi.yaml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/yaml");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("max-age=300, public");
        assertThat(answer.body())
                .contains("asyncapi: 3.0.0", "message:send", "CHAT_UNAUTHENTICATED")
                .doesNotContain("openapi.yaml#");
    }

    @Test
    void showsItAsAPageWithoutScripts() throws Exception {
        var answer = get("/docs/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'")
                .doesNotContain("script-src", "unsafe");
        assertThat(answer.body()).contains("message:send", "page.css").doesNotContain("<script", "https://");
        assertThat(get("/docs/page.css").headers().firstValue("content-type").orElseThrow()).startsWith("text/css");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:" + gateway.socket().getPort() + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
