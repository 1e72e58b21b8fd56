package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.engines.RedisServer;
import dev.parley.engines.RunningEngine;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.RedisView;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten sessions of a user, on all gateways together. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
class TooManySessionsIT {

    private static final int MOST = 10;
    private static final Map<String, String> QUICK = Map.of(
            "parley.mailbox.refresh", "300ms", "parley.mailbox.reading.block", "100ms",
            "parley.redis-line.check", "100ms");

    private final List<ChatClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() {
        clients.forEach(ChatClient::close);
    }

    @Test
    void closesTheOldestWhereverItIs() {
        var url = Engines.redis().url();
        try (var one = gateway(url); var other = gateway(url); var redis = new RedisView(url)) {
            connect(MOST, "ann", one, other);
            assertThat(redis.members(list("ann"))).hasSize(MOST);
            assertThat(redis.lifeMillis(list("ann"))).isBetween(1L, Duration.ofDays(1).toMillis());
            // The oldest is on the first gateway, the next one on the other.
            connect(1, "ann", other);
            expectClosed(clients.getFirst());
            connect(1, "ann", one);
            expectClosed(clients.get(1));
            await().until(() -> redis.members(list("ann")).size() == MOST);
            assertThat(clients).filteredOn(ChatClient::isClosed).hasSize(2);
            clients.subList(2, clients.size()).forEach(ChatClient::close);
            await().until(() -> redis.keys(list("ann")).isEmpty());
        } finally {
            hangUp();
        }
    }

    @Test
    void closesNoMoreThanNeededWhenManyComeAtOnce() {
        var url = Engines.redis().url();
        try (var one = gateway(url); var other = gateway(url); var redis = new RedisView(url)) {
            connect(MOST, "bea", one, other);
            var more = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> ChatClient.ready((i % 2 == 0 ? one : other).socket(), "bea"))
                    .toList();
            clients.subList(0, 8).forEach(TooManySessionsIT::expectClosed);
            clients.addAll(more);
            await().until(() -> redis.members(list("bea")).size() == MOST);
            await().during(Duration.ofMillis(300))
                    .until(() -> clients.stream().filter(ChatClient::isClosed).count() == 8);
        }
    }

    @Test
    void doesNotCountSessionsOfDeadGateways() {
        var url = Engines.redis().url();
        try (var one = gateway(url); var redis = new RedisView(url)) {
            var dead = GatewayId.random();
            connect(2, "cleo", one);
            IntStream.range(0, MOST).forEach(i -> redis.putIn(list("cleo"), 9e15 + i, dead + "/s" + i));
            connect(1, "cleo", one);
            await().until(() -> redis.members(list("cleo")).size() == 3);
            assertThat(redis.members(list("cleo"))).noneMatch(member -> member.startsWith(dead.value()));
            assertThat(clients).noneMatch(ChatClient::isClosed);
        }
    }

    @Test
    void countsAgainUnderItsNewNameWhenAGatewayHasLostItsLease() {
        var url = Engines.redis().url();
        try (var one = gateway(url); var other = gateway(url); var writer = new Writer(url)) {
            connect(MOST, "dora", one);
            writer.removeMailbox(writer.routesOf("dora").iterator().next());
            clients.getFirst().await("sync:required");
            connect(1, "dora", other);
            expectClosed(clients.getFirst());
            connect(1, "dora", other);
            expectClosed(clients.get(1));
            assertThat(clients.subList(2, clients.size())).noneMatch(ChatClient::isClosed);
        }
    }

    @Test
    void countsItsOwnWhileRedisIsAwayAndAllOnceItIsBack(@TempDir Path folder) throws Exception {
        try (var redis = RunningEngine.start(RedisServer.in(folder));
                var one = gateway(redis.engine().url());
                var other = gateway(redis.engine().url())) {
            connect(1, "eve", one);
            redis.kill();
            await().until(() -> one.readiness().contains("away") && other.readiness().contains("away"));
            connect(MOST, "eve", one);
            expectClosed(clients.getFirst());
            connect(2, "eve", other);
            assertThat(clients.subList(1, clients.size())).noneMatch(ChatClient::isClosed);
            redis.restart();
            expectClosed(clients.get(1));
            expectClosed(clients.get(2));
            assertThat(clients.subList(3, clients.size())).noneMatch(ChatClient::isClosed);
        }
    }

    @Test
    void closesTheOldestThoughItsGatewayDidNotListenWhenItWasTold() {
        var url = Engines.redis().url();
        var notAtOnce = Map.of("parley.redis-line.check", "2s");
        try (var one = RunningGateway.start(SharedEngines.kafka(), url, notAtOnce);
                var other = gateway(url);
                var redis = new RedisView(url)) {
            connect(MOST, "hal", one);
            redis.dropListeners();
            connect(1, "hal", other);
            expectClosed(clients.getFirst());
            assertThat(clients.subList(1, clients.size())).noneMatch(ChatClient::isClosed);
        }
    }

    @Test
    void takesSessionsOffTheListThatEndedWhileRedisWasAway(@TempDir Path folder) throws Exception {
        try (var redis = RunningEngine.start(RedisServer.in(folder));
                var one = gateway(redis.engine().url());
                var view = new RedisView(redis.engine().url())) {
            connect(2, "finn", one);
            redis.pause();
            await().until(() -> one.readiness().contains("away"));
            clients.getFirst().close();
            await().until(() -> one.bean(Sessions.class).of("finn").size() == 1);
            redis.resume();
            await().until(() -> view.members(list("finn")).size() == 1);
        }
    }

    @Test
    void tellsRedisNothingWhereLimitsAreLifted() {
        var url = Engines.redis().url();
        try (var one = RunningGateway.start(SharedEngines.kafka(), url, Map.of("parley.limits.enabled", "false"));
                var redis = new RedisView(url)) {
            redis.forgetCalls();
            connect(MOST + 2, "gus", one);
            assertThat(redis.keys("sessions:*")).isEmpty();
            assertThat(redis.calls("evalsha") + redis.calls("eval") + redis.calls("zrem")).isZero();
            assertThat(clients).noneMatch(ChatClient::isClosed);
        }
    }

    private static RunningGateway gateway(String redis) {
        return RunningGateway.start(SharedEngines.kafka(), redis, QUICK);
    }

    /** One after another, on each of the gateways in turn. */
    private void connect(int count, String user, RunningGateway... gateways) {
        for (var i = 0; i < count; i++) {
            var client = ChatClient.open(gateways[i % gateways.length].socket(), Tokens.of(user));
            clients.add(client);
            client.await("session:ready");
        }
    }

    private static void expectClosed(ChatClient client) {
        assertThat(client.await("session:closing").at("/data/reason").asString()).isEqualTo("too_many_sessions");
        assertThat(client.closeCode()).isEqualTo(4409);
    }

    private static String list(String user) {
        return RedisKeys.sessions(new UserId(user));
    }
}
