package dev.parley.gateway.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.List;

/** A line to Redis as a gateway has one. */
public final class OwnLine implements AutoCloseable {

    private final RedisClient client;
    private final LineKeeper keeper;
    private final RedisLine line;

    public OwnLine(String url) {
        client = RedisClient.create(url);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        var connection = new KeptConnection<>(
                "commands",
                () -> client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)),
                _ -> {},
                Duration.ofMillis(500));
        line = new RedisLine(connection::current);
        keeper = new LineKeeper(List.of(connection), Duration.ofMillis(50));
        keeper.start();
    }

    public RedisLine line() {
        return line;
    }

    @Override
    public void close() {
        keeper.stop();
        client.shutdown();
    }
}
