package dev.parley.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.LogTail;
import dev.parley.gateway.testing.RawClient;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions over Socket.IO, packet by packet. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketIoIT {

    private static final JsonMapper JSON = new JsonMapper();

    private String redis;
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        redis = Engines.redis().url();
        gateway = RunningGateway.start(SharedEngines.kafka(), redis, Map.of(
                "parley.gateway.heartbeat.sweep", "50ms",
                "parley.jwt.clock-skew", "0s",
                "parley.gateway.handshake.allowed-origins", "https://chat.example",
                "parley.socketio.connect-timeout", "2s"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void opensASessionWithTheTokenOfConnect() {
        try (var client = RawClient.socketIo(gateway)) {
            var open = json(client.next(), "0");
            assertThat(open.path("pingInterval").asInt()).isEqualTo(25_000);
            assertThat(open.path("pingTimeout").asInt()).isEqualTo(20_000);
            assertThat(open.path("maxPayload").asInt()).isEqualTo(65_536);
            client.send("40{\"token\":\"" + Tokens.of("alice") + "\"}");
            var sid = json(client.next(), "40").path("sid").asString();
            assertThat(sid).isNotBlank().isNotEqualTo(open.path("sid").asString());
            var ready = json(client.next(), "42");
            assertThat(ready.path(0).asString()).isEqualTo("session:ready");
            assertThat(ready.path(1).path("userId").asString()).isEqualTo("alice");
            assertThat(ready.path(1).path("sessionId").asString()).isEqualTo(sid);
        }
    }

    @Test
    void takesTheTokenOfTheHandshakesHeader() {
        try (var client = RawClient.socketIo(
                gateway, headers -> headers.header("Authorization", "Bearer " + Tokens.of("alice")))) {
            client.next();
            client.send("40");
            assertThat(client.next()).startsWith("40{");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        40                    | token: missing
        40{"token":7}         | token: missing
        40{"token":"junk"}    | token: not valid
        40{"token":""}        | token: not valid
        """)
    void refusesAConnectByAPacketThatStopsTheClient(String connect, String reason) {
        try (var client = RawClient.socketIo(gateway)) {
            client.next();
            client.send(connect);
            var refusal = json(client.next(), "44");
            assertThat(refusal.path("message").asString()).startsWith(reason);
            assertThat(refusal.at("/data/code").asString()).isEqualTo("CHAT_UNAUTHENTICATED");
            assertThat(refusal.at("/data/retryable").asBoolean()).isFalse();
            client.send("40{\"token\":\"" + Tokens.of("alice") + "\"}");
            assertThat(client.next()).startsWith("40{");
        }
    }

    @Test
    void sendsLikeAnyOtherSession() {
        try (var log = new LogTail(SharedEngines.kafka(), SharedEngines.PARTITIONS);
                var client = connected("carol")) {
            client.send("4217[\"message:send\",{\"recipientId\":\"dave\",\"content\":\"over Socket.IO\"}]");
            var ok = json(client.next(), "4317").path(0).path("ok");
            assertThat(ok.path("status").asString()).isEqualTo("sent");
            var entry = log.await(1, command -> command.id().toString().equals(ok.path("messageId").asString()));
            assertThat(entry.getFirst().command().userId()).isEqualTo(new UserId("carol"));
        }
    }

    @Test
    void answersErrorsInTheAckOrAsAnEvent() {
        try (var client = connected("carol")) {
            client.send("420[\"message:send\",{\"recipientId\":\"dave\",\"content\":\" \"}]");
            var error = json(client.next(), "430").path(0).path("error");
            assertThat(error.path("code").asString()).isEqualTo("CHAT_MESSAGE_EMPTY");
            assertThat(error.at("/errors/0/field").asString()).isEqualTo("content");
            client.sendNonsense("42[\"no:such\",{}]");
            var event = json(client.next(), "42");
            assertThat(event.path(0).asString()).isEqualTo("error");
            assertThat(event.path(1).path("code").asString()).isEqualTo("CHAT_UNKNOWN_EVENT");
            client.sendNonsense("421[\"message:read\",\"not an object\"]");
            assertThat(json(client.next(), "431").path(0).at("/error/errors/0/field").asString()).isEqualTo("data");
        }
    }

    @Test
    void hearsTheSameEventAsAPlainClient() {
        try (var writer = new Writer(redis);
                var plain = ChatClient.ready(gateway.socket(), "erin");
                var client = connected("erin")) {
            writer.push("erin", Writer.message("frank", "erin", 1, "to both"));
            var data = plain.await("message:new").path("data");
            var event = json(client.next(), "42");
            assertThat(event.path(0).asString()).isEqualTo("message:new");
            assertThat(event.path(1)).isEqualTo(data);
            assertThat(event.size()).isEqualTo(2);
        }
    }

    @Test
    void keepsTheSocketWithoutItsSession() {
        try (var client = connected("gina")) {
            var sessions = gateway.bean(Sessions.class);
            Awaitility.await().until(() -> sessions.of("gina").size() == 1);
            client.send("41");
            Awaitility.await().until(() -> sessions.of("gina").isEmpty());
            client.send("40{\"token\":\"" + Tokens.of("gina") + "\"}");
            assertThat(client.next()).startsWith("40{");
        }
    }

    @Test
    void closesASocketThatNobodyConnectsOn() {
        try (var client = RawClient.socketIo(gateway)) {
            assertThat(client.next()).startsWith("0{");
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void letsClientsComeBackWhenTheTokenEnds() {
        try (var client = RawClient.socketIo(gateway)) {
            client.next();
            client.send("40{\"token\":\"" + Tokens.of("alice", Duration.ofSeconds(2)) + "\"}");
            assertThat(client.next()).startsWith("40{");
            assertThat(client.next()).startsWith("42[\"session:ready\"");
            assertThat(client.next()).startsWith("42[\"session:closing\"").contains("token_expired", "closesInMs");
            // No packet 41: a client that comes back by itself asks for a token again.
            assertThat(client.next()).startsWith("42[\"session:closing\"").doesNotContain("closesInMs");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void onlyClosesWhenTheGatewayStops() {
        var other = RunningGateway.start(SharedEngines.kafka(), redis, Map.of());
        try (var client = connected(other, "henry")) {
            other.close();
            assertThat(client.next()).startsWith("42[\"session:closing\",{\"reason\":\"gateway_going_away\"");
            assertThat(client.closeCode()).isEqualTo(1012);
        } finally {
            other.close();
        }
    }

    @Test
    void closesOnAFrameOverTheBound() {
        try (var client = connected("alice")) {
            client.send("42[\"ping\",{\"x\":\"" + "x".repeat(65_536) + "\"}]");
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ?EIO=4&transport=polling          | 0 | Transport unknown
        ?EIO=4&transport=polling&t=abc123 | 0 | Transport unknown
        ?EIO=4                            | 0 | Transport unknown
        ?EIO=4&transport=websocket&sid=x  | 1 | Session ID unknown
        ?EIO=4&transport=websocket        | 3 | Bad request
        ?EIO=3&transport=polling          | 5 | Unsupported protocol version
        ?transport=websocket              | 5 | Unsupported protocol version
        """)
    void refusesAHandshakeInWordsThatABrowserShows(String query, int code, String message) throws Exception {
        for (var path : List.of("/socket.io/", "/socket.io")) {
            var answer = http(path + query, "https://chat.example");
            assertThat(answer.statusCode()).isEqualTo(400);
            var body = JSON.readTree(answer.body());
            assertThat(body.path("code").asInt()).isEqualTo(code);
            assertThat(body.path("message").asString()).isEqualTo(message);
            assertThat(body.path("hint").asString()).isNotBlank();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://chat.example");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void refusesPollingByPostToo() throws Exception {
        var request = HttpRequest.newBuilder(at("/socket.io/?EIO=4&transport=polling&sid=x"))
                .POST(HttpRequest.BodyPublishers.ofString("40"));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":0");
        }
    }

    @Test
    void showsNothingToPagesOfAnotherOrigin() throws Exception {
        var answer = http("/socket.io/?EIO=4&transport=polling", "https://evil.example");
        assertThat(answer.statusCode()).isBetween(400, 403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private HttpResponse<String> http(String path, String origin) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(at(path)).header("Origin", origin).build(),
                    HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + gateway.socket().getPort() + path);
    }

    private RawClient connected(String user) {
        return connected(gateway, user);
    }

    private static RawClient connected(RunningGateway gateway, String user) {
        var client = RawClient.socketIo(gateway);
        client.next();
        client.send("40{\"token\":\"" + Tokens.of(user) + "\"}");
        assertThat(client.next()).startsWith("40{");
        assertThat(client.next()).startsWith("42[\"session:ready\"");
        return client;
    }

    private static JsonNode json(String packet, String head) {
        assertThat(packet).startsWith(head);
        return JSON.readTree(packet.substring(head.length()));
    }
}
