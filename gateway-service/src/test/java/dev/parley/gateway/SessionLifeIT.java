package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How long a session stays, and how it ends. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionLifeIT {

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = SharedEngines.gateway(Map.of(
                "parley.gateway.heartbeat.sweep", "50ms",
                "parley.gateway.expiry-warning", "2s",
                "parley.limits.sessions-per-user", "3",
                "parley.jwt.clock-skew", "0s"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void staysWithAFreshTokenAndEndsWithoutOne() {
        try (var client = ChatClient.open(gateway.socket(), Tokens.of("alice", Duration.ofSeconds(3)))) {
            client.await("session:ready");
            var warning = client.await("session:closing");
            assertThat(warning.at("/data/reason").asString()).isEqualTo("token_expired");
            assertThat(warning.at("/data/closesInMs").asLong()).isBetween(1L, 2000L);
            client.send(renewal(1, Tokens.of("alice", Duration.ofSeconds(5))));
            assertThat(client.answerTo(1).path("event").asString()).isEqualTo("ack");
            assertThat(client.await("session:closing").at("/data/closesInMs").asLong()).isPositive();
            assertThat(client.await("session:closing").at("/data").has("closesInMs")).isFalse();
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void keepsItsOldTokenWhenTheNewOneIsBad() {
        try (var client = ChatClient.ready(gateway.socket(), "bob")) {
            client.send(renewal(1, Tokens.of("bob", Duration.ofSeconds(-5))));
            var error = client.answerTo(1);
            assertThat(error.path("event").asString()).isEqualTo("error");
            assertThat(error.at("/data/code").asString()).isEqualTo("CHAT_UNAUTHENTICATED");
            assertThat(error.toString()).doesNotContain("eyJ");
            client.send("{\"event\":\"session:renew\",\"id\":2,\"data\":{}}");
            assertThat(client.answerTo(2).at("/data/code").asString()).isEqualTo("CHAT_INVALID_REQUEST");
            client.send("{\"event\":\"ping\",\"id\":3}");
            assertThat(client.answerTo(3).path("event").asString()).isEqualTo("ack");
        }
    }

    @Test
    void throwsOutWhoRenewsForSomebodyElse() {
        try (var client = ChatClient.ready(gateway.socket(), "carol")) {
            client.send(renewal(1, Tokens.of("dave")));
            assertThat(client.await("session:closing").at("/data/reason").asString())
                    .isEqualTo("token_of_another_user");
            assertThat(client.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void closesOnFramesThatAreTooLarge() {
        try (var client = ChatClient.ready(gateway.socket(), "erin")) {
            client.send("{\"event\":\"ping\",\"data\":{\"x\":\"" + "x".repeat(65_536) + "\"}}");
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void closesOnFramesThatAreNotTheProtocol() {
        try (var binary = ChatClient.ready(gateway.socket(), "frank");
                var text = ChatClient.ready(gateway.socket(), "grace")) {
            binary.sendBinary(new byte[]{1});
            assertThat(binary.closeCode()).isEqualTo(4400);
            for (var i = 0; i < 6; i++) {
                text.sendNonsense("not json");
            }
            assertThat(text.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void closesTheOldestOfTooManySessions() {
        try (var first = ChatClient.ready(gateway.socket(), "judy");
                var second = ChatClient.ready(gateway.socket(), "judy");
                var third = ChatClient.ready(gateway.socket(), "judy");
                var fourth = ChatClient.ready(gateway.socket(), "judy")) {
            assertThat(first.await("session:closing").at("/data/reason").asString()).isEqualTo("too_many_sessions");
            assertThat(first.closeCode()).isEqualTo(4409);
            fourth.send("{\"event\":\"ping\",\"id\":1}");
            assertThat(fourth.answerTo(1).path("event").asString()).isEqualTo("ack");
            assertThat(second.isClosed() || third.isClosed()).isFalse();
        }
    }

    @Test
    void forgetsSessionsThatHaveEnded() {
        var sessions = gateway.bean(Sessions.class);
        try (var client = ChatClient.ready(gateway.socket(), "heidi")) {
            client.send(renewal(1, Tokens.of("ivan")));
            assertThat(client.closeCode()).isEqualTo(4403);
        }
        org.awaitility.Awaitility.await().until(() -> sessions.of("heidi").isEmpty());
    }

    private static String renewal(int id, String token) {
        return "{\"event\":\"session:renew\",\"id\":" + id + ",\"data\":{\"token\":\"" + token + "\"}}";
    }
}
