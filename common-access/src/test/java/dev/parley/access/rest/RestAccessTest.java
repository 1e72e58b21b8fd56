package dev.parley.access.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.access.Issuer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A service with this door, as an issuer's clients and other origins' pages see it. */
@SpringBootTest(classes = Greetings.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RestAccessTest {

    private static final String PAGE = "https://chat.example.org";
    private static final JWK RSA = Issuer.rsa("r1");
    private static final JWK ELLIPTIC = Issuer.elliptic("e1");
    private static final Issuer ISSUER = new Issuer();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry registry) {
        registry.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", ISSUER::jwkSetUri);
        registry.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> "chat");
        registry.add("spring.security.oauth2.resourceserver.jwt.jws-algorithms", () -> "RS256, ES256");
        registry.add("parley.jwt.issuer", () -> "https://issuer.example");
        registry.add("parley.jwt.jwk-set.refresh", () -> "400ms");
        registry.add("parley.jwt.jwk-set.timeout", () -> "200ms");
        registry.add("parley.jwt.jwk-set.interval", () -> "50ms");
        registry.add("parley.cors.allowed-origins", () -> PAGE);
    }

    @BeforeEach
    void publish() {
        ISSUER.comeBack();
        ISSUER.publish(RSA, ELLIPTIC);
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void takesTokensOfEitherKindOfKey() throws Exception {
        assertThat(status(token(RSA))).isEqualTo(200);
        assertThat(status(token(ELLIPTIC))).isEqualTo(200);
    }

    @Test
    void followsKeysAsTheyRotateAndOutlivesItsIssuersOutage() {
        var next = Issuer.rsa("r2");
        Awaitility.await().until(() -> status(token(RSA)) == 200);
        ISSUER.publish(next);
        Awaitility.await().until(() -> status(token(next)) == 200);
        Awaitility.await().until(() -> status(token(RSA)) == 401);
        ISSUER.goAway();
        var unknown = token(Issuer.rsa("r3"));
        Awaitility.await().until(() -> status(unknown) == 503);
        Awaitility.await().during(java.time.Duration.ofSeconds(1)).until(() -> status(token(next)) == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "endless", "of another issuer", "for others", "forged", "unsigned",
            "in the URL"})
    void refusesATokenThatIs(String kind) throws Exception {
        var token = switch (kind) {
            case "expired" -> Issuer.token(RSA, "alice", claims -> ours(claims).expirationTime(at(-31)));
            case "endless" -> Issuer.token(RSA, "alice", claims -> ours(claims).expirationTime(null));
            case "of another issuer" ->
                Issuer.token(RSA, "alice", claims -> ours(claims).issuer("https://else.example"));
            case "for others" -> Issuer.token(RSA, "alice", claims -> ours(claims).audience(List.of("mail")));
            case "forged" -> forged();
            case "unsigned" -> new PlainJWT(ours(new JWTClaimsSet.Builder().subject("alice")).build()).serialize();
            default -> "";
        };
        var request = kind.equals("in the URL")
                ? HttpRequest.newBuilder(uri("/api/v1/greetings?access_token=" + token(RSA)))
                : HttpRequest.newBuilder(uri("/api/v1/greetings")).header("Authorization", "Bearer " + token);
        var answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("CHAT_UNAUTHENTICATED").doesNotContain("eyJ");
        assertThat(answer.headers().toString()).doesNotContain("eyJ");
    }

    @Test
    void tellsAHandlerWhoCallsAndGivesItsAnswerInOneForm() throws Exception {
        var answer = send(authorized("/api/v1/greetings"));
        assertThat(answer.body()).isEqualTo("{\"status\":\"success\",\"data\":\"hello, alice\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "?limit=0 -> 400 CHAT_INVALID_REQUEST limit",
            "?limit=11 -> 400 CHAT_INVALID_REQUEST limit",
            "?limit=many -> 400 CHAT_INVALID_REQUEST",
            "?conversationId=x -> 400 CHAT_INVALID_REQUEST conversationId",
            "/database -> 503 CHAT_TEMPORARILY_UNAVAILABLE",
            "/bug -> 500 CHAT_INTERNAL"})
    void answersWhatAHandlerRefusesWithACodeAndTheFieldToBlame(String exchange) throws Exception {
        var parts = exchange.split(" -> ");
        var answer = send(authorized("/api/v1/greetings" + parts[0]));
        var problem = JsonMapper.shared().readTree(answer.body());
        var failure = answer.statusCode() + " " + problem.at("/code").asString() + " "
                + problem.at("/errors/0/field").asString("");
        assertThat(failure.strip()).isEqualTo(parts[1]);
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void answersAPreflightWithoutAToken() throws Exception {
        var answer = send(preflight(PAGE, "PATCH", "authorization,content-type,idempotency-key"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue(PAGE);
        assertThat(answer.headers().firstValue("access-control-allow-methods").orElse("")).contains("PATCH", "DELETE");
        assertThat(answer.headers().firstValue("access-control-max-age")).hasValue("3600");
    }

    @Test
    void letsAnAllowedPageReadAnswersAndErrors() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri("/api/v1/greetings")).header("Origin", PAGE));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue(PAGE);
        assertThat(answer.headers().firstValue("access-control-expose-headers").orElse("")).contains("Retry-After");
        assertThat(answer.headers().firstValue("access-control-allow-credentials")).isEmpty();
    }

    @Test
    void refusesPagesMethodsAndHeadersThatAreNotAllowed() throws Exception {
        for (var request : List.of(
                preflight("https://evil.example", "GET", "authorization"),
                preflight(PAGE, "PUT", "authorization"),
                preflight(PAGE, "GET", "x-other"))) {
            var answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
            assertThat(JsonMapper.shared().readTree(answer.body()).at("/code").asString())
                    .isEqualTo("CHAT_NOT_ALLOWED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "GET /api/v1/nowhere HTTP/1.1 -> 404",
            "PUT /api/v1/greetings HTTP/1.1 -> 405",
            "BREW /api/v1/greetings HTTP/1.1 -> 4",
            "GET /api/v1/greetings?limit=%zz HTTP/1.1 -> 400",
            "GET /api/v1/greetings/%2e%2e/x HTTP/1.1 -> 400",
            "GET /api/v1//conversations HTTP/1.1 -> 400",
            "GET /api/v1/greetings;a=b HTTP/1.1 -> 400",
            "GET /api/v1/greetings/x%00y HTTP/1.1 -> 400",
            "GET /error HTTP/1.1 -> 404",
            "NONSENSE -> 400",
            "GET / HTTP/9.9 -> 505"})
    void answersOddRequestsInOneForm(String exchange) throws Exception {
        var parts = exchange.split(" -> ");
        expectProblem(raw(parts[0], "Host: localhost", "Authorization: Bearer " + token(RSA)), parts[1]);
    }

    @Test
    void answersOddHeadersInOneForm() throws Exception {
        var get = "GET /api/v1/greetings HTTP/1.1";
        var bearer = "Authorization: Bearer " + token(RSA);
        expectProblem(raw(get, "Host: a b", bearer), "400");
        expectProblem(raw(get, "X-Long: " + "x".repeat(20_000), "Host: localhost"), "431");
        expectProblem(raw(get, "Host: localhost", bearer, "Accept: text/html"), "406");
        expectProblem(
                raw("POST /api/v1/greetings HTTP/1.1", "Host: localhost", bearer, "Content-Type: text/plain",
                        "Content-Length: 0"),
                "415");
    }

    private static void expectProblem(String answer, String status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"code\":\"CHAT_")
                .doesNotContainIgnoringCase("\nserver:")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Exception", "\tat ", "eyJ");
        assertThat(answer.length()).isLessThan(1_500);
    }

    private String raw(String line, String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            var request = line + "\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private HttpRequest.Builder preflight(String page, String method, String headers) {
        return HttpRequest.newBuilder(uri("/api/v1/greetings"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", page)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers);
    }

    private int status(String token) throws Exception {
        return send(HttpRequest.newBuilder(uri("/api/v1/greetings")).header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token(RSA));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String token(JWK key) {
        return Issuer.token(key, "alice", RestAccessTest::ours);
    }

    private static JWTClaimsSet.Builder ours(JWTClaimsSet.Builder claims) {
        return claims.issuer("https://issuer.example").audience(List.of("chat"));
    }

    /** Signed with what everybody may know, as if it were a secret. */
    private static String forged() throws JOSEException {
        var claims = ours(new JWTClaimsSet.Builder().subject("eve").expirationTime(at(600))).build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("r1").build(), claims);
        token.sign(new MACSigner(RSA.toRSAKey().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static Date at(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
