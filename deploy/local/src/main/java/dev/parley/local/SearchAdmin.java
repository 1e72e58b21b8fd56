package dev.parley.local;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The management port of the search service, as far as it is about building the index. */
record SearchAdmin(int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    /** The service is at it already, or has nothing to give up. */
    private static final int CONFLICT = 409;

    ReindexState state() throws IOException, InterruptedException {
        return ReindexState.of(call("GET"));
    }

    /** Begins a build; one that is under way goes on. */
    ReindexState start() throws IOException, InterruptedException {
        var begun = ReindexState.of(call("POST"));
        return begun.serving() == null ? state() : begun;
    }

    /** Gives a build up; where there is none any more, nothing happens. */
    void cancel() throws IOException, InterruptedException {
        call("DELETE");
    }

    private JsonNode call(String method) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + "/actuator/reindex");
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, BodyPublishers.noBody()).build();
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK && (method.equals("GET") || answer.statusCode() != CONFLICT)) {
                throw new CommandFailedException(method + " " + address + ": HTTP " + answer.statusCode() + " "
                        + answer.body().strip());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (ConnectException e) {
            throw new CommandFailedException("search: does not answer on port " + port + " (./parley status)");
        }
    }
}
