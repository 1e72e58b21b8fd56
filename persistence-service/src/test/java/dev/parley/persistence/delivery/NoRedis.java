package dev.parley.persistence.delivery;

import dev.parley.engines.FreePort;
import java.time.Duration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A Redis that is away. */
public final class NoRedis implements AutoCloseable {

    private static final DeliverySettings SETTINGS = new DeliverySettings(
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(1), 10_000,
            4096);

    private final LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", FreePort.next());
    public final ConnectedUsers connectedUsers = new ConnectedUsers(new RedisConnections(factory), SETTINGS);

    public NoRedis() {
        factory.start();
    }

    @Override
    public void close() {
        connectedUsers.destroy();
        factory.destroy();
    }
}
