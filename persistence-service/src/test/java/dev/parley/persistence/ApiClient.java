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
                    .isEqualTo(200);
        }
    }

    public HttpResponse<String> send(UserId caller, String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(caller))
                .header("Content-Type", "application/json")
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
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
