package dev.parley.gateway.mailbox;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;

/**
 * One stay with Redis: a connection that reads, and may block, and one for routes. Neither comes back by itself, since
 * with a reconnect the gateway has lost its place, and has to do something about it.
 */
final class RedisLink implements AutoCloseable {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final StatefulRedisConnection<String, byte[]> reading;
    private final StatefulRedisConnection<String, byte[]> routing;

    private RedisLink(
            StatefulRedisConnection<String, byte[]> reading, StatefulRedisConnection<String, byte[]> routing) {
        this.reading = reading;
        this.routing = routing;
    }

    /** @param answer how long Redis may take, for a read on top of the time that it was asked to wait */
    static RedisLink open(RedisClient client, Duration answer, Duration block) {
        var reading = client.connect(CODEC);
        try {
            var routing = client.connect(CODEC);
            reading.setTimeout(block.plus(answer));
            routing.setTimeout(answer);
            return new RedisLink(reading, routing);
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    StatefulRedisConnection<String, byte[]> reading() {
        return reading;
    }

    StatefulRedisConnection<String, byte[]> routing() {
        return routing;
    }

    boolean isOpen() {
        return reading.isOpen() && routing.isOpen();
    }

    @Override
    public void close() {
        reading.closeAsync();
        routing.closeAsync();
    }
}
