package dev.parley.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.contracts.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over REST, each time with a fresh token of the caller. */
public final class ApiClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public ApiClient(int port) {
        this.port = port;
    }

    /** What a call that succeeds is answered with. */
    public JsonNode get(UserId caller, String path) {
        var answer = send(caller, "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Status and code of a call that fails. */
    public String failure(UserId caller, String path) {
        var answer = send(caller, "GET", path, null);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        return answer.statusCode() + " " + JSON.readTree(answer.body()).at("/code").asString();
    }

    /** A call through the log returns when all of the partition before it has been decided. */
    public void settle(UserId caller) {
        for (var partition = 0; partition < ServiceUnderTest.PARTITIONS; partition++) {
            var filler = Log.friendIn(partition, caller);
            assertThat(send(caller, "POST", "/conversations", "{\"participantId\":\"" + filler + "\"}").statusCode())
                    .isIn(200, 201);
        }
    }

    /** A call with a body that succeeds with this status. */
    public JsonNode call(int status, UserId caller, String method, String path, String body, String... headers) {
        var answer = send(caller, method, path, body, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /** Status, code and the fields to blame of a call with a body that fails. */
    public String failure(UserId caller, String method, String path, @Nullable String body, String... headers) {
        var answer = send(caller, method, path, body, headers);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        var problem = JSON.readTree(answer.body());
        var failure = new StringBuilder(answer.statusCode() + " " + problem.at("/code").asString());
        problem.at("/errors").forEach(error -> failure.append(' ').append(error.at("/field").asString()));
        return failure.toString();
    }

    public HttpResponse<String> send(
            UserId caller, String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(caller))
                .header("Content-Type", "application/json")
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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

    private static String token(UserId userId) {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .subject(userId.value())
                    .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                    .build();
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(ServiceUnderTest.SECRET.getBytes(StandardCharsets.UTF_8)));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
