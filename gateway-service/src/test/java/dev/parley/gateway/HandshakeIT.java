package dev.parley.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.StartRefused;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what the others are told. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeIT {

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = SharedEngines.gateway(Map.of(
                "parley.gateway.heartbeat.sweep", "50ms", "parley.jwt.clock-skew", "0s",
                "parley.gateway.handshake.allowed-origins", "https://*.example.org"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void greetsWithTheLimitsInForce() {
        try (var client = ChatClient.open(gateway.socket(), Tokens.of("alice"))) {
            var ready = client.next();
            assertThat(ready.path("event").asString()).isEqualTo("session:ready");
            assertThat(ready.at("/data/userId").asString()).isEqualTo("alice");
            assertThat(ready.at("/data/sessionId").asString()).isNotBlank();
            assertThat(ready.at("/data/serverTime").asString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(ready.at("/data/limits/contentCodePoints").asInt()).isEqualTo(5000);
            assertThat(ready.at("/data/limits/frameBytes").asInt()).isEqualTo(65536);
            assertThat(ready.at("/data/limits/messagesPerMinute").asInt()).isEqualTo(100_000);
            assertThat(ready.at("/data/limits/sessionsPerUser").asInt()).isEqualTo(10);
        }
    }

    @Test
    void takesTheTokenFromASubprotocolAndNeverEchoesIt() throws IOException {
        var answer = handshake("Sec-WebSocket-Protocol: chat.v1, bearer." + Tokens.of("bob"));
        assertThat(answer).startsWith("HTTP/1.1 101").doesNotContain("bearer.");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("sec-websocket-protocol: chat.v1\r\n");
    }

    @Test
    void doesNotCompressSoThatAQuietSocketStaysSmall() throws IOException {
        var answer = handshake(
                "Sec-WebSocket-Protocol: chat.v1, bearer." + Tokens.of("bob"),
                "Sec-WebSocket-Extensions: permessage-deflate");
        assertThat(answer).startsWith("HTTP/1.1 101").doesNotContain("permessage-deflate");
    }

    @Test
    void refusesAHandshakeWithoutAToken() throws IOException {
        assertThat(handshake("Sec-WebSocket-Protocol: chat.v1"))
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json", "\"code\":\"CHAT_UNAUTHENTICATED\"");
    }

    @Test
    void refusesATokenInTheUrl() throws Exception {
        var answer = get(URI.create(
                gateway.socket().toString().replace("ws:", "http:") + "?access_token=" + Tokens.of("alice")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body() + answer.headers()).doesNotContain("eyJ");
    }

    @Test
    void letsInPagesThatAreAllowedAndNoOthers() throws IOException {
        var bearer = "Authorization: Bearer " + Tokens.of("alice");
        assertThat(handshake("Sec-WebSocket-Protocol: chat.v1", bearer, "Origin: https://chat.example.org"))
                .startsWith("HTTP/1.1 101");
        for (var origin : List.of("https://example.org.evil.test", "http://chat.example.org", "null", "junk")) {
            assertThat(handshake("Sec-WebSocket-Protocol: chat.v1", bearer, "Origin: " + origin))
                    .startsWith("HTTP/1.1 403")
                    .contains("application/problem+json", "\"code\":\"CHAT_NOT_ALLOWED\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "POST /ws HTTP/1.1 -> 405",
            "GET /ws HTTP/1.1 -> 426",
            "GET /nowhere HTTP/1.1 -> 404",
            "GET /error HTTP/1.1 -> 404",
            "BREW / HTTP/1.1 -> 4",
            "GET //ws HTTP/1.1 -> 400",
            "GET /ws;a=b HTTP/1.1 -> 400",
            "GET /%2e%2e/ws HTTP/1.1 -> 400",
            "GET /ws?x=%zz HTTP/1.1 -> 4",
            "NONSENSE -> 400",
            "GET / HTTP/9.9 -> 505"})
    void answersOddRequestsInOneForm(String exchange) throws IOException {
        var parts = exchange.split(" -> ");
        expectProblem(raw(parts[0], "Host: localhost", "Authorization: Bearer " + Tokens.of("alice")), parts[1]);
    }

    @Test
    void answersOddHeadersInOneForm() throws IOException {
        expectProblem(raw("GET /ws HTTP/1.1", "Host: a b"), "400");
        expectProblem(raw("GET /ws HTTP/1.1", "Host: localhost", "X-Long: " + "x".repeat(20_000)), "431");
        expectProblem(
                raw("GET /ws HTTP/1.1", "Host: localhost", "Authorization: Bearer " + Tokens.of("alice"),
                        "Upgrade: websocket", "Sec-WebSocket-Version: 12", "Sec-WebSocket-Protocol: chat.v1"),
                "426");
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
        try (var socket = new Socket("127.0.0.1", gateway.socket().getPort())) {
            socket.setSoTimeout(5_000);
            // A handshake names its own connection header, and this answers it all the same.
            var request = line + "\r\nConnection: close, Upgrade\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "of another key", "without a user", "of a user that does not print", "junk"})
    void refusesATokenThatIs(String kind) throws IOException {
        var token = switch (kind) {
            case "expired" -> Tokens.of("alice", Duration.ofSeconds(-2));
            case "of another key" ->
                Tokens.signed("alice", Duration.ofHours(1), "another secret that is also long enough");
            case "without a user" -> Tokens.of("");
            case "of a user that does not print" -> Tokens.of("a\u0007b");
            default -> "junk";
        };
        assertThat(handshake("Sec-WebSocket-Protocol: chat.v1", "Authorization: Bearer " + token))
                .startsWith("HTTP/1.1 401")
                .contains("\"code\":\"CHAT_UNAUTHENTICATED\"");
    }

    @Test
    void refusesAClientThatDoesNotSpeakTheProtocol() throws IOException {
        assertThat(handshake("Authorization: Bearer " + Tokens.of("alice")))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "chat.v1 is not offered");
    }

    @Test
    void closesASessionWhoseTokenEnds() {
        try (var client = ChatClient.open(gateway.socket(), Tokens.of("alice", Duration.ofSeconds(2)))) {
            client.await("session:ready");
            assertThat(client.await("session:closing").at("/data/reason").asString()).isEqualTo("token_expired");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void showsHealthAndMetricsWithoutAToken() throws Exception {
        assertThat(get(gateway.management("/actuator/health/readiness")).body()).contains("\"status\":\"UP\"");
        assertThat(get(gateway.management("/actuator/health/liveness")).statusCode()).isEqualTo(200);
        assertThat(get(gateway.management("/actuator/prometheus")).body()).contains("parley_gateway_sessions");
    }

    @Test
    void refusesToStartWithoutAKey() {
        assertThatThrownBy(() -> start(Map.of("parley.jwt.secret", "")))
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageContaining("no key to check tokens with");
    }

    @Test
    void refusesToStartWithAShortKey() {
        assertThatThrownBy(() -> start(Map.of("parley.jwt.secret", "short")))
                .rootCause()
                .hasMessageContaining("parley.jwt.secret: 5 bytes (expected: at least 32");
    }

    @Test
    void refusesToStartWithAnotherPartitionCount() {
        assertThatThrownBy(() -> start(Map.of("parley.partitions", "5")))
                .rootCause()
                .hasMessageContaining("topic chat.commands: 4 partitions (expected: 5, by parley.partitions)");
    }

    private static void start(Map<String, String> settings) {
        SharedEngines.gateway(settings).close();
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }

    /** By hand, to see exactly what comes back. */
    private String handshake(String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", gateway.socket().getPort())) {
            var request = "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.setSoTimeout(5_000);
            var buffer = new byte[8192];
            var length = 0;
            var answer = "";
            while (!isWhole(answer)) {
                var count = socket.getInputStream().read(buffer, length, buffer.length - length);
                if (count < 0) {
                    break;
                }
                length += count;
                answer = new String(buffer, 0, length, UTF_8);
            }
            return answer;
        }
    }

    private static boolean isWhole(String answer) {
        return answer.contains("\r\n\r\n") && (answer.startsWith("HTTP/1.1 101") || answer.contains("\"code\""));
    }
}
