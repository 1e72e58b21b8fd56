package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.RestContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The REST calls of one user; each is held to the document. */
final class Rest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI root;
    private final String token;

    Rest(URI root, String token) {
        this.root = root;
        this.token = token;
    }

    /** An answer, not yet judged. */
    record Answer(int status, String contentType, JsonNode body) {

        /** The data of a success. */
        JsonNode data() {
            assertThat(status).as("%s", body).isBetween(200, 201);
            assertThat(body.path("status").asString()).isEqualTo("success");
            return body.get("data");
        }

        JsonNode meta() {
            data();
            return body.path("meta");
        }

        void isProblem(int expectedStatus, String code) {
            assertThat(status).as("%s", body).isEqualTo(expectedStatus);
            assertThat(contentType).startsWith("application/problem+json");
            assertThat(body.path("code").asString()).isEqualTo(code);
        }
    }

    Answer get(String path) {
        return send(request(path).GET(), null);
    }

    Answer post(String path, Object body) {
        var json = Wire.JSON.writeValueAsString(body);
        return send(json(path).POST(BodyPublishers.ofString(json)), json);
    }

    /** With a key under which the same call may be made again. */
    Answer post(String path, String idempotencyKey, Object body) {
        var json = Wire.JSON.writeValueAsString(body);
        var request = json(path).header("Idempotency-Key", idempotencyKey).POST(BodyPublishers.ofString(json));
        return send(request, json);
    }

    Answer patch(String path, Object body) {
        var json = Wire.JSON.writeValueAsString(body);
        return send(json(path).method("PATCH", BodyPublishers.ofString(json)), json);
    }

    Answer delete(String path) {
        return send(request(path).DELETE(), null);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request, @Nullable String sent) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            RestContract.ofRepository().check(sent, response);
            var type = response.headers().firstValue("Content-Type").orElse("");
            var body = response.body().isEmpty()
                    ? Wire.JSON.createObjectNode()
                    : Wire.JSON.readTree(response.body());
            return new Answer(response.statusCode(), type, body);
        } catch (IOException e) {
            throw new AssertionError("the REST service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
