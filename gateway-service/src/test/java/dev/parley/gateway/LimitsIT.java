package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Command;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.LogTail;
import dev.parley.gateway.testing.RawClient;
import dev.parley.gateway.testing.RedisView;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of those who ask for too much. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
class LimitsIT {

    /** One a minute after a burst, so that no room is found again while a test runs. */
    private static final Map<String, String> TEN_MESSAGES = Map.of(
            "parley.limits.messages.per-minute", "1",
            "parley.limits.messages.burst", "10",
            "parley.limits.messages.answer", "10s");

    @Test
    void takesTenMessagesOfAUserOnAllGatewaysTogether() {
        var redis = Engines.redis().url();
        try (var one = RunningGateway.start(SharedEngines.kafka(), redis, TEN_MESSAGES);
                var other = RunningGateway.start(SharedEngines.kafka(), redis, TEN_MESSAGES);
                var log = new LogTail(SharedEngines.kafka(), SharedEngines.PARTITIONS);
                var phone = ChatClient.ready(one.socket(), "eager");
                var laptop = ChatClient.ready(other.socket(), "eager");
                var friend = ChatClient.ready(one.socket(), "calm")) {
            for (var id = 1; id <= 6; id++) {
                send(phone, id);
                assertThat(phone.answerTo(id).path("event").asString()).isEqualTo("ack");
            }
            for (var id = 1; id <= 4; id++) {
                send(laptop, id);
                assertThat(laptop.answerTo(id).path("event").asString()).isEqualTo("ack");
            }
            send(phone, 7);
            var error = phone.answerTo(7);
            assertThat(error.at("/data/code").asString()).isEqualTo("CHAT_RATE_LIMIT_EXCEEDED");
            assertThat(error.at("/data/retryable").asBoolean(false)).isTrue();
            assertThat(error.at("/data/retryAfterMs").asLong()).isBetween(1L, 60_000L);
            send(friend, 1);
            assertThat(friend.answerTo(1).path("event").asString()).isEqualTo("ack");
            assertThat(log.now(command -> command.userId().value().equals("eager")
                    && command.body() instanceof Command.SendMessage)).hasSize(10);
        }
    }

    @Test
    void countsTheFramesOfASocketWhicheverSessionItHas() {
        var one = Map.of("parley.limits.frames-per-second", "1");
        try (var gateway = RunningGateway.start(SharedEngines.kafka(), Engines.redis().url(), one);
                var client = RawClient.socketIo(gateway)) {
            assertThat(client.next()).startsWith("0");
            // As often as it takes to come back within the second.
            for (var round = 0; round < 100 && !client.isClosed(); round++) {
                client.send("40{\"token\":\"" + Tokens.of("restless") + "\"}");
                await().until(() -> client.isClosed() || client.pending() == 2);
                if (!client.isClosed()) {
                    assertThat(client.next()).startsWith("40");
                    assertThat(client.next()).startsWith("42[\"session:ready\"");
                    client.send("41");
                }
            }
            assertThat(client.closeCode()).isEqualTo(1013);
        }
    }

    @Test
    void countsNothingWhereLimitsAreLifted() {
        var url = Engines.redis().url();
        try (var gateway = RunningGateway.start(
                SharedEngines.kafka(), url, Map.of("parley.limits.enabled", "false"));
                var client = ChatClient.open(gateway.socket(), Tokens.of("free"));
                var redis = new RedisView(url)) {
            var limits = client.await("session:ready").at("/data/limits");
            assertThat(limits.propertyNames()).containsExactlyInAnyOrder("contentCodePoints", "frameBytes");
            for (var id = 1; id <= 100; id++) {
                send(client, id);
            }
            for (var id = 1; id <= 100; id++) {
                assertThat(client.answerTo(id).path("event").asString()).isEqualTo("ack");
            }
            assertThat(redis.keys("limit:*")).isEmpty();
        }
    }

    @Test
    void answersEachFrameOverTheLimitAndTakesOthersOnce() {
        try (var gateway = SharedEngines.gateway(Map.of("parley.limits.frames-per-second", "2"));
                var client = ChatClient.ready(gateway.socket(), "quick")) {
            for (var id = 1; id <= 20; id++) {
                client.send("{\"event\": \"ping\", \"id\": " + id + "}");
            }
            assertThat(client.answerTo(1).path("event").asString()).isEqualTo("ack");
            assertThat(client.answerTo(2).path("event").asString()).isEqualTo("ack");
            var error = client.await("error");
            assertThat(error.at("/data/code").asString()).isEqualTo("CHAT_RATE_LIMIT_EXCEEDED");
            assertThat(error.at("/data/retryAfterMs").asLong()).isBetween(1L, 500L);
            assertThat(error.path("id").asInt()).isPositive();
            await().until(() -> {
                client.send("{\"event\": \"ping\", \"id\": 99}");
                return client.answerTo(99).path("event").asString().equals("ack");
            });
        }
    }

    @Test
    void closesWhoKeepsOnOverTheLimitOfFrames() {
        var settings = Map.of("parley.limits.frames-per-second", "2", "parley.limits.kept-on.refused-frames", "5");
        try (var gateway = SharedEngines.gateway(settings);
                var client = ChatClient.ready(gateway.socket(), "stubborn")) {
            for (var id = 1; id <= 20; id++) {
                client.sendUnlessClosed("{\"event\": \"ping\", \"id\": " + id + "}");
            }
            var closing = client.await("session:closing");
            assertThat(closing.at("/data/reason").asString()).isEqualTo("over_limit");
            assertThat(closing.at("/data/reconnectAfterMs").asLong()).isEqualTo(10_000);
            assertThat(client.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void turnsHandshakesOfOneAddressAwayAndSaysWhenToComeBack() throws Exception {
        try (var gateway = SharedEngines.gateway(Map.of("parley.limits.handshakes.per-minute", "3"));
                var http = HttpClient.newHttpClient()) {
            for (var each = 1; each <= 3; each++) {
                ChatClient.ready(gateway.socket(), "office").close();
            }
            var uri = URI.create(gateway.socket().toString().replace("ws:", "http:"));
            var request = HttpRequest.newBuilder(uri).header("X-Forwarded-For", "192.0.2.7").build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 20L);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"CHAT_RATE_LIMIT_EXCEEDED\"");
        }
    }

    private static void send(ChatClient client, int id) {
        client.send("{\"event\": \"message:send\", \"id\": " + id
                + ", \"data\": {\"recipientId\": \"bob\", \"content\": \"x\"}}");
    }
}
