package dev.parley.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.contractcheck.RestContract;
import dev.parley.contracts.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches as a user; every exchange is held to the document. */
final class SearchClient implements AutoCloseable {

    static final String PATH = "/api/v1/messages/search";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    SearchClient(int port) {
        this.port = port;
    }

    /** A body of names and values, nulls included. */
    static Map<String, @Nullable Object> body(@Nullable Object... namesAndValues) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            body.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return body;
    }

    /** What a search that succeeds is answered with. */
    JsonNode search(UserId caller, Map<String, @Nullable Object> body) {
        var answer = send(caller, JSON.writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    JsonNode search(UserId caller, String query) {
        return search(caller, body("query", query));
    }

    /** The contents of the first page. */
    List<String> contents(UserId caller, Map<String, @Nullable Object> body) {
        return search(caller, body).path("data").valueStream()
                .map(hit -> hit.at("/message/content").asString())
                .toList();
    }

    List<String> contents(UserId caller, String query) {
        return contents(caller, body("query", query));
    }

    /** All pages; each with the total of all. */
    List<JsonNode> pages(UserId caller, Map<String, @Nullable Object> body) {
        var pages = new ArrayList<JsonNode>();
        Map<String, @Nullable Object> next = new LinkedHashMap<>(body);
        do {
            pages.add(search(caller, next));
            next.put("cursor", pages.getLast().at("/meta/nextCursor").asString(null));
        } while (next.get("cursor") != null);
        return pages;
    }

    /** Status, code and the fields to blame of a search that fails. */
    String failure(UserId caller, String body) {
        var answer = send(caller, body);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        var problem = JSON.readTree(answer.body());
        var failure = new StringBuilder(answer.statusCode() + " " + problem.at("/code").asString());
        problem.at("/errors").forEach(error -> failure.append(' ').append(error.at("/field").asString()));
        return failure.toString();
    }

    /** Until all that is in the log now can be found. */
    void settle() {
        var now = Instant.now();
        var anybody = new UserId("somebody who waits");
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(() -> {
            var answer = send(anybody, "{\"query\":\"anything\"}");
            return answer.statusCode() == 200
                    && Instant.parse(JSON.readTree(answer.body()).at("/meta/indexedAt").asString()).isAfter(now);
        });
    }

    HttpResponse<String> send(UserId caller, String body) {
        var answer = send(request().header("Authorization", "Bearer " + token(caller))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        RestContract.ofRepository().check(body, answer);
        return answer;
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    static String token(UserId userId) {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .subject(userId.value())
                    .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                    .build();
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(SearchUnderTest.SECRET.getBytes(StandardCharsets.UTF_8)));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
