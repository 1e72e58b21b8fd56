package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.FakePersistence;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.Writer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A gateway that stops sends its clients elsewhere, and is gone in time. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
class GoingAwayIT {

    private static final int CLIENTS = 300;

    @Test
    void tellsEveryoneSpreadOverTimeAndAnswersWhatWasSent() {
        var clients = new ArrayList<ChatClient>();
        var gateway = SharedEngines.gateway(Map.of("parley.gateway.shutdown.reconnect-spread", "10s"));
        try {
            for (var i = 0; i < CLIENTS; i++) {
                clients.add(ChatClient.ready(gateway.socket(), "user-" + i));
            }
            clients.forEach(client -> client.send(
                    "{\"event\":\"message:send\",\"id\":1,\"data\":{\"recipientId\":\"x\",\"content\":\"bye\"}}"));
            gateway.close();
            var delays = new TreeSet<Long>();
            for (var client : clients) {
                assertThat(client.closeCode()).isEqualTo(1012);
                var frames = client.rest();
                var closing = frames.stream().filter(each -> is(each, "session:closing")).toList();
                assertThat(closing).hasSize(1);
                assertThat(closing.getFirst().at("/data/reason").asString()).isEqualTo("gateway_going_away");
                assertThat(frames).anyMatch(each -> is(each, "ack") || isRetryable(each));
                delays.add(closing.getFirst().at("/data/reconnectAfterMs").asLong());
            }
            // Were they not spread, they would come back as one wave.
            assertThat(delays).hasSizeGreaterThan(CLIENTS / 2);
            assertThat(delays.first()).isLessThan(1_000);
            assertThat(delays.last()).isBetween(9_000L, 10_000L);
        } finally {
            clients.forEach(ChatClient::close);
            gateway.close();
        }
    }

    @Test
    void isNotHeldUpByOneThatNeverReads() {
        var redis = Engines.redis().url();
        var gateway = RunningGateway.start(
                SharedEngines.kafka(), redis, Map.of("parley.gateway.shutdown.timeout", "2s"));
        try (var writer = new Writer(redis);
                var deaf = ChatClient.open(gateway.socket(), Tokens.of("deaf"), 1);
                var quick = ChatClient.ready(gateway.socket(), "quick")) {
            deaf.await("session:ready");
            // More than the buffers of the two ends take.
            for (var seq = 1; seq <= 700; seq++) {
                writer.push("deaf", Writer.message("quick", "deaf", seq, "x".repeat(5_000)));
            }
            Awaitility.await().until(() -> gateway.bean(MeterRegistry.class)
                    .get("parley.gateway.events.pushed").counter().count() >= 700);
            var start = System.nanoTime();
            gateway.close();
            // The mailbox's read in progress and the producer have bounds of their own.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
            assertThat(quick.closeCode()).isEqualTo(1012);
        } finally {
            gateway.close();
        }
    }

    @Test
    void sendsNewHandshakesElsewhereWhileItStops() throws Exception {
        var gateway = SharedEngines.gateway(Map.of("parley.gateway.shutdown.in-flight", "3s"));
        var stopping = new CompletableFuture<@Nullable Void>();
        try (var client = ChatClient.ready(gateway.socket(), "early")) {
            stopping.completeAsync(() -> {
                gateway.close();
                return null;
            });
            client.await("session:closing");
            assertThat(gateway.readiness())
                    .contains("\"status\":\"OUT_OF_SERVICE\"", "is draining", "sessions left: 1");
            assertThat(gateway.liveness()).contains("\"status\":\"UP\"");
            assertThatThrownBy(() -> ChatClient.open(gateway.socket(), Tokens.of("late")))
                    .cause()
                    .isInstanceOf(WebSocketHandshakeException.class)
                    .satisfies(failure -> {
                        var answer = ((WebSocketHandshakeException) failure).getResponse();
                        assertThat(answer.statusCode()).isEqualTo(503);
                        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                    });
            assertThat(client.closeCode()).isEqualTo(1012);
        } finally {
            stopping.join();
        }
    }

    @Test
    void answersASyncThatWasUnderWay() {
        try (var persistence = FakePersistence.start()) {
            var gateway = SharedEngines.gateway(
                    Map.of("parley.upstream.persistence-url", persistence.url().toString()));
            var stopping = new CompletableFuture<@Nullable Void>();
            persistence.hang();
            persistence.answer("/api/v1/sync", 200, "{\"status\":\"success\",\"data\":{\"conversations\":[],"
                    + "\"removed\":[],\"rejected\":[],\"token\":\"t\",\"more\":false,\"reset\":false}}");
            try (var client = ChatClient.ready(gateway.socket(), "syncing")) {
                client.send("{\"event\":\"sync\",\"id\":1,\"data\":{}}");
                Awaitility.await().until(() -> !persistence.requests().isEmpty());
                // Not on the common pool, which is where the HTTP client hands over its answers.
                stopping.completeAsync(() -> {
                    gateway.close();
                    return null;
                }, Thread::startVirtualThread);
                client.await("session:closing");
                // Longer than what is still on its way gets.
                Awaitility.await().during(Duration.ofSeconds(1)).until(() -> !client.isClosed());
                persistence.release();
                assertThat(client.answerTo(1).at("/data/token").asString()).isEqualTo("t");
                assertThat(client.closeCode()).isEqualTo(1012);
            } finally {
                persistence.release();
                stopping.join();
            }
        }
    }

    private static boolean is(JsonNode frame, String event) {
        return frame.path("event").asString().equals(event);
    }

    private static boolean isRetryable(JsonNode frame) {
        return is(frame, "error") && frame.at("/data/retryable").asBoolean();
    }
}
