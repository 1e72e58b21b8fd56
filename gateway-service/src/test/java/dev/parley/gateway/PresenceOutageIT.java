package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.engines.RedisServer;
import dev.parley.engines.RunningEngine;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.FakePersistence;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What watchers are shown when those who know are away. */
@WithEngines(EngineKind.KAFKA)
class PresenceOutageIT {

    private static final String LOOKUP = "/api/v1/contacts/lookup";

    @Test
    void saysNothingWhileRedisIsAwayAndGoesOnAfterwards(@TempDir Path folder) throws Exception {
        try (var persistence = FakePersistence.start();
                var redis = RunningEngine.start(RedisServer.in(folder));
                var gateway = start(persistence, redis, "60s");
                var watcher = ChatClient.ready(gateway.socket(), "watcher")) {
            var friend = ChatClient.ready(gateway.socket(), "friend");
            persistence.answer(LOOKUP, 200, contacts("friend"));
            watch(watcher);
            assertThat(watcher.answerTo(1).at("/data/users/0/online").asBoolean(false)).isTrue();
            redis.kill();
            watcher.send("{\"event\":\"ping\",\"id\":2}");
            watcher.answerTo(2);
            await().during(Duration.ofSeconds(1)).until(() -> watcher.pending() == 0);
            redis.restart();
            // Of all that comes, the first news is that the friend really went.
            watcher.await("sync:required");
            friend.close();
            assertThat(watcher.await("presence:changed").at("/data/online").asBoolean(true)).isFalse();
            try (var again = ChatClient.ready(gateway.socket(), "friend")) {
                again.send("{\"event\":\"ping\",\"id\":1}");
                assertThat(watcher.await("presence:changed").at("/data/online").asBoolean(false)).isTrue();
            }
        }
    }

    @Test
    void asksAgainBeforeItShowsAnybodyAndShowsNobodyOnDoubt(@TempDir Path folder) throws Exception {
        try (var persistence = FakePersistence.start();
                var redis = RunningEngine.start(RedisServer.in(folder));
                var gateway = start(persistence, redis, "0s");
                var watcher = ChatClient.ready(gateway.socket(), "watcher")) {
            persistence.answer(LOOKUP, 200, contacts("friend"));
            watch(watcher);
            assertThat(watcher.answerTo(1).at("/data/users/0/online").asBoolean(true)).isFalse();
            persistence.answer(LOOKUP, 503, "{}");
            persistence.answer(LOOKUP, 200, "{\"status\":\"success\",\"data\":[],\"meta\":{}}");
            try (var friend = ChatClient.ready(gateway.socket(), "friend")) {
                await().until(() -> persistence.requests().size() == 3);
                friend.send("{\"event\":\"ping\",\"id\":1}");
                friend.answerTo(1);
                await().during(Duration.ofSeconds(1)).until(() -> watcher.pending() == 0);
                assertThat(persistence.requests()).hasSize(3);
            }
        }
    }

    /** Misses enough for a gateway to take its place again, with rounds this quick. */
    private static RunningGateway start(
            FakePersistence persistence, RunningEngine<RedisServer> redis, String sharedFor) {
        return RunningGateway.start(SharedEngines.kafka(), redis.engine().url(), Map.of(
                "parley.upstream.persistence-url", persistence.url().toString(),
                "parley.presence.check", "200ms",
                "parley.presence.misses", "25",
                "parley.presence.grace", "100ms",
                "parley.presence.shared-for", sharedFor));
    }

    private static String contacts(String user) {
        return "{\"status\":\"success\",\"data\":[{\"userId\":\"" + user + "\"}],\"meta\":{}}";
    }

    private static void watch(ChatClient client) {
        client.send("{\"event\":\"presence:watch\",\"id\":1,\"data\":{\"userIds\":[\"friend\"]}}");
    }
}
