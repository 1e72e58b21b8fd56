package dev.parley.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.engines.testing.Engines;
import dev.parley.persistence.GatewayMailbox;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class ConnectedUsersIT {

    private static final DeliverySettings SETTINGS = new DeliverySettings(
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(1), 10_000,
            4096);

    private final UserId alice = new UserId("alice");
    private final UserId bob = new UserId("bob");
    private final UserId carol = new UserId("carol");

    @Test
    void countsOnlyRoutesToLivingGateways() {
        var redis = Engines.redis();
        try (var living = new GatewayMailbox(redis.url()); var dead = new GatewayMailbox(redis.url())) {
            living.route(alice);
            dead.route(alice);
            dead.route(bob);
            dead.die();
            var factory = new LettuceConnectionFactory(redis.host(), redis.port());
            factory.setDatabase(redis.database());
            factory.start();
            var users = new ConnectedUsers(new RedisConnections(factory), SETTINGS);
            assertThat(users.among(List.of(alice, bob, carol))).hasValue(Set.of(alice));
            assertThat(users.among(List.of())).hasValue(Set.of());
            users.destroy();
            factory.destroy();
        }
    }

    @Test
    void cannotTellWhileRedisIsAway() {
        try (var redis = new NoRedis()) {
            assertThat(redis.connectedUsers.among(List.of(alice))).isEmpty();
        }
    }
}
