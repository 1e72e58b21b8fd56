package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.LogTail;
import dev.parley.gateway.testing.NodeScript;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.Writer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The official client of Socket.IO for JavaScript, as it is on npm, against a gateway. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeClientIT {

    private String redis;
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        NodeScript.assumeThatItCanRun();
        redis = Engines.redis().url();
        gateway = RunningGateway.start(SharedEngines.kafka(), redis, Map.of(
                "parley.gateway.heartbeat.sweep", "50ms", "parley.jwt.clock-skew", "0s"));
    }

    @AfterAll
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void chatsThroughTheOfficialClient() throws Exception {
        try (var log = new LogTail(SharedEngines.kafka(), SharedEngines.PARTITIONS);
                var writer = new Writer(redis);
                var script = NodeScript.start(
                        "http://127.0.0.1:" + gateway.socket().getPort(),
                        Tokens.of("nora"),
                        Tokens.of("nora-again"),
                        Tokens.of("otto", Duration.ofSeconds(5)))) {
            var ready = script.await("ready");
            assertThat(ready.path("userId").asString()).isEqualTo("nora");
            assertThat(ready.path("sameId").asBoolean()).isTrue();

            var messageId = script.await("sent").at("/ok/messageId").asString();
            var entry = log.await(1, command -> command.id().toString().equals(messageId)).getFirst();
            assertThat(entry.command().userId()).isEqualTo(new UserId("nora"));
            assertThat(script.await("refused").at("/error/code").asString()).isEqualTo("CHAT_MESSAGE_EMPTY");
            assertThat(script.await("error").path("code").asString()).isEqualTo("CHAT_UNKNOWN_EVENT");

            script.await("listening");
            writer.push("nora", Writer.message("bob", "nora", 1, "to Node"));
            assertThat(script.await("heard").path("content").asString()).isEqualTo("to Node");

            assertThat(script.await("gone").path("reason").asString()).isEqualTo("forced close");
            assertThat(script.await("back").path("userId").asString()).isEqualTo("nora-again");

            var denied = script.await("denied");
            assertThat(denied.path("message").asString()).startsWith("token: not valid");
            assertThat(denied.at("/data/code").asString()).isEqualTo("CHAT_UNAUTHENTICATED");
            assertThat(denied.path("triesAgain").asBoolean()).isFalse();

            var ended = script.await("ended");
            assertThat(ended.path("reason").asString()).isEqualTo("transport close");
            assertThat(ended.path("triesAgain").asBoolean()).isTrue();

            var polled = script.await("polled");
            assertThat(polled.path("status").asInt()).isEqualTo(400);
            assertThat(polled.path("body").asString()).contains("Transport unknown", "transports: ['websocket']");
            script.await("done");
            assertThat(script.sockets()).isEqualTo(4);
        }
    }
}
