package dev.parley.persistence.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.RestContract;
import dev.parley.contracts.ErrorCode;
import dev.parley.persistence.ServiceUnderTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DocumentsIT extends ServiceUnderTest {

    private final RestContract document = RestContract.ofRepository();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort
    private int port;

    @Test
    void documentsEveryCall() {
        var served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(call -> call.contains(" /api/"))
                .map(DocumentsIT::unnamed)
                .collect(Collectors.toSet());
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void documentsEveryErrorCode() {
        var documented = document.listed("ErrorCode").stream()
                .map(code -> code.path("const").asString() + " " + code.path("x-http-status").asInt() + " "
                        + code.path("x-retryable").asBoolean())
                .toList();
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> code + " " + code.httpStatus() + " " + code.isRetryable())
                        .toList());
    }

    @Test
    void givesTheDocumentToAnyone() throws Exception {
        var answer = get("/openapi.yaml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/yaml");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("max-age=300, public");
        assertThat(answer.body()).contains("openapi: 3.1.0", "/api/v1/conversations");
    }

    @Test
    void showsItInSwaggerUiThatAsksNobodyElse() throws Exception {
        var page = get("/docs/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("https://");
        for (var part : Set.of("page.js", "webjars/swagger-ui/swagger-ui-bundle.js",
                "webjars/swagger-ui/swagger-ui.css")) {
            assertThat(get("/docs/" + part).statusCode()).as(part).isEqualTo(200);
        }
    }

    private Set<String> documented() {
        return document.operations("persistence").stream()
                .filter(call -> call.contains(" /api/"))
                .map(DocumentsIT::unnamed).collect(Collectors.toSet());
    }

    /** The names of path parameters are nobody's business. */
    private static String unnamed(String call) {
        return call.replaceAll("\\{[^}]*}", "{}");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
