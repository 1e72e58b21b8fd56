package dev.parley.gateway.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.testing.RawClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the official suite asks of a server over WebSockets, case by case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {

    private static final String QUERY = "?EIO=4&transport=websocket";
    private static final JsonMapper JSON = new JsonMapper();

    /** As quick as the suite's. */
    private EchoServer quick;

    /** No ping gets in between. */
    private EchoServer server;

    @BeforeAll
    void start() {
        quick = EchoServer.start(
                0, new EchoServer.Rhythm(Duration.ofMillis(300), Duration.ofMillis(200)), 1_000_000);
        server = EchoServer.start(0, new EchoServer.Rhythm(Duration.ofMinutes(1), Duration.ofMinutes(1)), 1_000_000);
    }

    @AfterAll
    void stop() {
        quick.close();
        server.close();
    }

    @Test
    void opensASession() {
        try (var client = RawClient.open(quick.uri(QUERY))) {
            var packet = client.next();
            assertThat(packet).startsWith("0");
            var open = JSON.readTree(packet.substring(1));
            assertThat(open.propertyNames())
                    .containsExactlyInAnyOrder("sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload");
            assertThat(open.path("sid").asString()).isNotBlank();
            assertThat(open.path("upgrades").size()).isZero();
            assertThat(open.path("pingInterval").asInt()).isEqualTo(300);
            assertThat(open.path("pingTimeout").asInt()).isEqualTo(200);
            assertThat(open.path("maxPayload").asInt()).isEqualTo(1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "?transport=websocket", "?EIO=abc&transport=websocket", "?EIO=3&transport=websocket", "?EIO=4",
            "?EIO=4&transport=abc", "?EIO=4&transport=websocket&sid=stale", ""})
    void refusesTheUpgradeFor(String query) {
        assertThatThrownBy(() -> RawClient.open(server.uri(query)))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void pingsAndTakesPongs() {
        try (var client = open(quick)) {
            for (var round = 0; round < 3; round++) {
                assertThat(client.next()).isEqualTo("2");
                client.send("3");
            }
        }
    }

    @Test
    void closesWithoutAPong() {
        try (var client = open(quick)) {
            assertThat(client.next()).isEqualTo("2");
            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void closesWhenTheClientCloses() {
        try (var client = open()) {
            client.send("1");
            assertThat(client.closeCode()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"token\":\"123\"}"})
    void connectsToTheMainNamespace(String payload) {
        try (var client = open()) {
            client.send("40" + payload);
            assertThat(client.next()).matches("40\\{\"sid\":\"[^\"]+\"}");
            assertThat(client.next()).isEqualTo("42[\"auth\"," + (payload.isEmpty() ? "{}" : payload) + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"token\":\"abc\"}"})
    void connectsToAnotherNamespace(String payload) {
        try (var client = open()) {
            client.send("40/custom," + payload);
            assertThat(client.next()).matches("40/custom,\\{\"sid\":\"[^\"]+\"}");
            assertThat(client.next()).isEqualTo("42/custom,[\"auth\"," + (payload.isEmpty() ? "{}" : payload) + "]");
        }
    }

    @Test
    void refusesAnUnknownNamespace() {
        try (var client = open()) {
            client.send("40/random");
            assertThat(client.next()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
        }
    }

    @Test
    void closesOnAFirstPacketThatIsNone() {
        try (var client = open()) {
            client.send("4abc");
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void staysAfterADisconnect() {
        try (var client = open(quick)) {
            client.send("40");
            assertThat(client.next()).startsWith("40{");
            assertThat(client.next()).isEqualTo("42[\"auth\",{}]");
            client.send("41");
            for (var round = 0; round < 2; round++) {
                assertThat(client.next()).isEqualTo("2");
                client.send("3");
            }
        }
    }

    @Test
    void leavesOneNamespaceAndStaysInTheOther() {
        try (var client = connected()) {
            client.send("40/custom");
            assertThat(client.next()).startsWith("40/custom,");
            assertThat(client.next()).isEqualTo("42/custom,[\"auth\",{}]");
            client.send("41/custom");
            client.send("42[\"message\",\"message to main namespace\"]");
            assertThat(client.next()).isEqualTo("42[\"message-back\",\"message to main namespace\"]");
        }
    }

    @Test
    void saysBackAnEvent() {
        try (var client = connected()) {
            client.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
            assertThat(client.next()).isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
        }
    }

    @Test
    void acksAnEvent() {
        try (var client = connected()) {
            client.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
            assertThat(client.next()).isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4abc", "42{}", "42abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]"})
    void closesOn(String packet) {
        try (var client = connected()) {
            client.send(packet);
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void refusesBinary() {
        try (var client = connected()) {
            client.sendBinary(new byte[]{1, 2, 3});
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void takesFramesUpToTheBound() {
        try (var client = connected()) {
            var text = "x".repeat(900_000);
            client.send("42[\"message\",\"" + text + "\"]");
            assertThat(client.next()).isEqualTo("42[\"message-back\",\"" + text + "\"]");
        }
    }

    @Test
    void keepsManyApart() {
        var clients = IntStream.range(0, 20).mapToObj(_ -> connected()).toList();
        for (var i = 0; i < clients.size(); i++) {
            clients.get(i).send("42" + i + "[\"message-with-ack\"," + i + "]");
        }
        for (var i = 0; i < clients.size(); i++) {
            assertThat(clients.get(i).next()).isEqualTo("43" + i + "[" + i + "]");
            clients.get(i).close();
        }
    }

    private RawClient open() {
        return open(server);
    }

    private static RawClient open(EchoServer server) {
        var client = RawClient.open(server.uri(QUERY));
        assertThat(client.next()).startsWith("0{");
        return client;
    }

    private RawClient connected() {
        var client = open();
        client.send("40");
        assertThat(client.next()).startsWith("40{");
        assertThat(client.next()).isEqualTo("42[\"auth\",{}]");
        return client;
    }
}
