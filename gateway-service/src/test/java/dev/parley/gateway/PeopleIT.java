package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.GatewayId;
import dev.parley.contracts.UserId;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.FakePersistence;
import dev.parley.gateway.testing.RedisView;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Writer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Typing and presence between users on two gateways. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {

    private FakePersistence persistence;
    private String redis;
    private RunningGateway one;
    private RunningGateway other;

    @BeforeAll
    void start() {
        persistence = FakePersistence.start();
        redis = Engines.redis().url();
        var settings = Map.of(
                "parley.upstream.persistence-url", persistence.url().toString(),
                "parley.presence.check", "300ms",
                "parley.presence.grace", "300ms");
        one = RunningGateway.start(SharedEngines.kafka(), redis, settings);
        other = RunningGateway.start(SharedEngines.kafka(), redis, settings);
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        persistence.close();
    }

    @Test
    void showsTypingToTheOtherMembersOnAllGateways() {
        var chat = membersOf("ann", "ben");
        try (var ann = ChatClient.ready(one.socket(), "ann");
                var annsLaptop = ChatClient.ready(other.socket(), "ann");
                var ben = ChatClient.ready(other.socket(), "ben");
                var stranger = ChatClient.ready(other.socket(), "stranger")) {
            await().untilAsserted(() -> {
                typing(ann, "start", chat, 1);
                assertThat(ann.answerTo(1).path("event").asString()).isEqualTo("ack");
                assertThat(ben.pending()).isPositive();
            });
            var start = ben.await("typing:start");
            assertThat(start.at("/data/conversationId").asString()).isEqualTo(chat.toString());
            assertThat(start.at("/data/userId").asString()).isEqualTo("ann");
            typing(ann, "stop", chat, 2);
            ben.await("typing:stop");
            ann.answerTo(2);
            assertThat(stranger.pending() + annsLaptop.pending() + ann.pending()).isZero();
        }
    }

    @Test
    void refusesTypingOfOneWhoIsNotInTheConversation() {
        var chat = membersOf("cid", "dan");
        try (var eve = ChatClient.ready(one.socket(), "eve")) {
            typing(eve, "start", chat, 1);
            var error = eve.answerTo(1);
            assertThat(error.at("/data/code").asString()).isEqualTo("CHAT_CONVERSATION_NOT_FOUND");
            eve.send("{\"event\":\"typing:start\",\"data\":{\"conversationId\":\"" + chat + "\"}}");
            eve.send("{\"event\":\"ping\",\"id\":2}");
            assertThat(eve.next().path("id").asInt()).isEqualTo(2);
        }
    }

    @Test
    void showsWhoComesAndGoesOnAnotherGateway() {
        try (var fay = ChatClient.ready(one.socket(), "fay")) {
            contacts("gus");
            watch(fay, 1, "gus", "hal");
            var users = fay.answerTo(1).at("/data/users");
            assertThat(users.size()).isEqualTo(1);
            assertThat(users.path(0).path("userId").asString()).isEqualTo("gus");
            assertThat(users.path(0).path("online").asBoolean(true)).isFalse();
            try (var gus = ChatClient.ready(other.socket(), "gus")) {
                assertThat(fay.await("presence:changed").at("/data/online").asBoolean(false)).isTrue();
                gus.send("{\"event\":\"ping\",\"id\":1}");
                gus.answerTo(1);
            }
            var gone = fay.await("presence:changed");
            assertThat(gone.at("/data/online").asBoolean(true)).isFalse();
            assertThat(gone.at("/data/lastSeenAt").asString()).matches("\\d{4}-.*Z");
            try (var view = new RedisView(redis)) {
                assertThat(view.lifeMillis("seen:{gus}")).isGreaterThan(Duration.ofDays(29).toMillis());
            }
        }
    }

    @Test
    void doesNotShowABriefAbsence() {
        try (var ida = ChatClient.ready(one.socket(), "ida")) {
            var jon = ChatClient.ready(other.socket(), "jon");
            contacts("jon");
            watch(ida, 1, "jon");
            assertThat(ida.answerTo(1).at("/data/users/0/online").asBoolean(false)).isTrue();
            jon.close();
            try (var again = ChatClient.ready(one.socket(), "jon")) {
                again.send("{\"event\":\"ping\",\"id\":1}");
                again.answerTo(1);
                await().during(Duration.ofSeconds(1)).until(() -> ida.pending() == 0);
            }
        }
    }

    @Test
    void showsTheUsersOfAGatewayThatDied() {
        try (var writer = new Writer(redis);
                var kim = ChatClient.ready(one.socket(), "kim")) {
            var dead = GatewayId.random();
            writer.pretend(dead, "lea");
            contacts("lea");
            watch(kim, 1, "lea");
            assertThat(kim.answerTo(1).at("/data/users/0/online").asBoolean(false)).isTrue();
            writer.removeMailbox(dead);
            assertThat(kim.await("presence:changed").at("/data/online").asBoolean(true)).isFalse();
        }
    }

    private ConversationId membersOf(String first, String second) {
        var chat = ConversationId.direct(new UserId(first), new UserId(second));
        for (var each = 0; each < 4; each++) {
            persistence.answer(
                    "/api/v1/conversations/" + chat + "/participants",
                    200,
                    "{\"status\":\"success\",\"data\":[{\"userId\":\"" + first + "\"},{\"userId\":\"" + second
                            + "\"}],\"meta\":{}}");
        }
        return chat;
    }

    private void contacts(String user) {
        persistence.answer(
                "/api/v1/contacts/lookup",
                200,
                "{\"status\":\"success\",\"data\":[{\"userId\":\"" + user + "\"}],\"meta\":{}}");
    }

    private static void typing(ChatClient client, String what, ConversationId chat, int id) {
        client.send("{\"event\":\"typing:" + what + "\",\"id\":" + id + ",\"data\":{\"conversationId\":\"" + chat
                + "\"}}");
    }

    private static void watch(ChatClient client, int id, String... users) {
        client.send("{\"event\":\"presence:watch\",\"id\":" + id + ",\"data\":{\"userIds\":[\""
                + String.join("\",\"", users) + "\"]}}");
    }
}
