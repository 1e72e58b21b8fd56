package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.engines.KafkaNode;
import dev.parley.engines.RedisServer;
import dev.parley.engines.RunningEngine;
import dev.parley.engines.Topic;
import dev.parley.engines.Topics;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients notice when an engine goes, and when it comes back. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
class OutageIT {

    @Test
    void answersRetryablyWithinTheDeadlineWhileKafkaHangs(@TempDir Path folder) throws Exception {
        try (var kafka = RunningEngine.start(KafkaNode.in(folder))) {
            var servers = kafka.engine().bootstrapServers();
            Topics.create(servers, List.of(new Topic("chat.commands", 4), new Topic("chat.events", 4)));
            var settings = Map.of("parley.commands.deadlines.ack", "2s", "parley.commands.deadlines.max-block",
                    "500ms", "parley.commands.reach.interval", "500ms");
            try (var gateway = RunningGateway.start(servers, Engines.redis().url(), settings);
                    var alice = ChatClient.ready(gateway.socket(), "alice")) {
                kafka.pause();
                var since = System.nanoTime();
                send(alice, 1);
                send(alice, 2);
                for (var id = 1; id <= 2; id++) {
                    var error = alice.answerTo(id);
                    assertThat(error.at("/data/code").asString()).isEqualTo("CHAT_TEMPORARILY_UNAVAILABLE");
                    assertThat(error.at("/data/retryable").asBoolean(false)).isTrue();
                }
                assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofMillis(2_500));
                await().until(() -> gateway.readiness().contains("Kafka has not answered for"));
                assertThat(gateway.liveness()).contains("\"status\":\"UP\"");
                kafka.resume();
                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    send(alice, 3);
                    return alice.answerTo(3).path("event").asString().equals("ack");
                });
                await().until(() -> gateway.readiness().contains("\"kafka\":{\"status\":\"UP\""));
            }
        }
    }

    @Test
    void goesOnSendingWithoutRedisAndAsksForASyncOnceItIsBack(@TempDir Path folder) throws Exception {
        try (var redis = RunningEngine.start(RedisServer.in(folder))) {
            var url = redis.engine().url();
            try (var gateway = RunningGateway.start(SharedEngines.kafka(), url, Map.of());
                    var before = ChatClient.ready(gateway.socket(), "before")) {
                redis.kill();
                send(before, 1);
                assertThat(before.answerTo(1).path("event").asString()).isEqualTo("ack");
                try (var during = ChatClient.open(gateway.socket(), Tokens.of("during"))) {
                    during.await("session:ready");
                    assertThat(gateway.readiness()).contains("\"status\":\"DOWN\"", "Redis is away");
                    assertThat(gateway.liveness()).contains("\"status\":\"UP\"");
                    redis.restart();
                    assertThat(before.await("sync:required").at("/data/reason").asString()).isEqualTo("reconnected");
                    during.await("sync:required");
                    try (var writer = new Writer(url)) {
                        writer.push("during", Writer.message("before", "during", 1, "back"));
                    }
                    assertThat(during.await("message:new").at("/data/content").asString()).isEqualTo("back");
                    assertThat(before.await("message:new").at("/data/content").asString()).isEqualTo("back");
                }
            }
        }
    }

    @Test
    void letsASessionInAfterAShortWaitWhileRedisHangs(@TempDir Path folder) throws Exception {
        try (var redis = RunningEngine.start(RedisServer.in(folder));
                var gateway = RunningGateway.start(
                        SharedEngines.kafka(), redis.engine().url(), Map.of("parley.mailbox.redis.answer", "10s"))) {
            ChatClient.ready(gateway.socket(), "first").close();
            redis.pause();
            try (var late = ChatClient.open(gateway.socket(), Tokens.of("late"))) {
                late.await("session:ready");
                redis.resume();
                assertThat(late.await("sync:required").at("/data/reason").asString()).isEqualTo("route_was_late");
            }
        }
    }

    @Test
    void saysGoodbyeWhenItStops() {
        var gateway = SharedEngines.gateway(Map.of());
        try (var client = ChatClient.ready(gateway.socket(), "alice")) {
            gateway.close();
            var closing = client.await("session:closing");
            assertThat(closing.at("/data/reconnectAfterMs").asInt(-1)).isBetween(0, 5_000);
            assertThat(client.closeCode()).isEqualTo(1012);
        }
    }

    private static void send(ChatClient client, int id) {
        client.send("{\"event\":\"message:send\",\"id\":" + id
                + ",\"data\":{\"recipientId\":\"bob\",\"content\":\"x\"}}");
    }
}
