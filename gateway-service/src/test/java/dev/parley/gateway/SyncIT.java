package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.FakePersistence;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a sync frame to the persistence service, and back as an ack. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyncIT {

    private static final String PATH = "/api/v1/sync";
    private static final String PAGE = """
        {"conversations":[],"removed":[],"rejected":[],"token":"t2","more":false,"reset":false}""";

    private FakePersistence persistence;
    private RunningGateway gateway;
    private String token;
    private ChatClient alice;

    @BeforeAll
    void start() {
        persistence = FakePersistence.start();
        gateway = SharedEngines.gateway(Map.of("parley.upstream.persistence-url", persistence.url().toString()));
    }

    @AfterAll
    void stop() {
        gateway.close();
        persistence.close();
    }

    @BeforeEach
    void connect() {
        token = Tokens.of("alice");
        alice = ChatClient.open(gateway.socket(), token);
        alice.await("session:ready");
    }

    @AfterEach
    void disconnect() {
        alice.close();
    }

    @Test
    void acksWithWhatThePersistenceServiceSaysToTheUser() {
        persistence.answer(PATH, 200, "{\"status\":\"success\",\"data\":" + PAGE + "}");
        alice.send("{\"event\":\"sync\",\"id\":1,\"data\":{\"token\":\"t1\",\"limit\":7}}");
        var ack = alice.answerTo(1);
        assertThat(ack.path("event").asString()).isEqualTo("ack");
        assertThat(ack.path("data").toString()).isEqualTo(PAGE);
        assertThat(persistence.requests()).endsWith("GET " + PATH + "?token=t1&limit=7 Bearer " + token + " ");
    }

    @Test
    void passesARefusalOn() {
        persistence.answer(PATH, 503, "{\"code\":\"CHAT_TEMPORARILY_UNAVAILABLE\",\"detail\":\"not now\"}");
        alice.send("{\"event\":\"sync\",\"id\":1}");
        var error = alice.answerTo(1);
        assertThat(error.at("/data/code").asString()).isEqualTo("CHAT_TEMPORARILY_UNAVAILABLE");
        assertThat(error.at("/data/retryable").asBoolean()).isTrue();
        assertThat(error.at("/data/message").asString()).isEqualTo("not now");
    }

    @Test
    void syncsOnePageAtATime() {
        persistence.answer(PATH, 200, "{\"data\":" + PAGE + "}");
        persistence.hang();
        var before = persistence.requests().size();
        alice.send("{\"event\":\"sync\",\"id\":1}");
        await().until(() -> persistence.requests().size() == before + 1);
        alice.send("{\"event\":\"sync\",\"id\":2}");
        var second = alice.next();
        assertThat(second.path("id").asInt()).isEqualTo(2);
        assertThat(second.at("/data/code").asString()).isEqualTo("CHAT_TEMPORARILY_UNAVAILABLE");
        persistence.release();
        assertThat(alice.answerTo(1).path("event").asString()).isEqualTo("ack");

        persistence.answer(PATH, 200, "{\"data\":" + PAGE + "}");
        alice.send("{\"event\":\"sync\",\"id\":3}");
        assertThat(alice.answerTo(3).path("event").asString()).isEqualTo("ack");
    }

    @Test
    void needsAnIdToAnswerTo() {
        alice.sendNonsense("{\"event\":\"sync\"}");
        var error = alice.next();
        assertThat(error.path("event").asString()).isEqualTo("error");
        assertThat(error.at("/data/code").asString()).isEqualTo("CHAT_INVALID_REQUEST");
        assertThat(error.at("/data/errors/0/field").asString()).isEqualTo("id");
    }
}
