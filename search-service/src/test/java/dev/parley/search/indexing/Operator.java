package dev.parley.search.indexing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who builds an index again, through the management port. */
final class Operator implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI reindex;

    /** What the endpoint says. */
    record Answer(int status, JsonNode body) {}

    Operator(Instance instance) {
        reindex = URI.create("http://127.0.0.1:" + instance.managementPort() + "/actuator/reindex");
    }

    Answer get() throws IOException, InterruptedException {
        return send("GET");
    }

    Answer post() throws IOException, InterruptedException {
        return send("POST");
    }

    Answer delete() throws IOException, InterruptedException {
        return send("DELETE");
    }

    private Answer send(String method) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(reindex).method(method, BodyPublishers.noBody()).build();
        var response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), json.readTree(response.body()));
    }

    @Override
    public void close() {
        http.close();
    }
}
