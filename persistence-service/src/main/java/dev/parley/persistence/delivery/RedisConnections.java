package dev.parley.persistence.delivery;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** Connections of their own for pipelines: what is written waits until it is flushed. */
@Component
class RedisConnections {

    /** A single Redis or a cluster: the commands are the same. */
    record Pipeline(StatefulConnection<String, byte[]> connection, RedisClusterAsyncCommands<String, byte[]> commands)
            implements
                AutoCloseable {

        void flush() {
            connection.flushCommands();
        }

        @Override
        public void close() {
            connection.closeAsync();
        }
    }

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final LettuceConnectionFactory connectionFactory;

    RedisConnections(LettuceConnectionFactory connectionFactory) {
        this.connectionFactory = connectionFactory;
    }

    /** @throws io.lettuce.core.RedisException if Redis does not answer */
    Pipeline open() {
        var pipeline = switch (connectionFactory.getRequiredNativeClient()) {
            case RedisClient single -> {
                var connection = single.connect(CODEC);
                yield new Pipeline(connection, connection.async());
            }
            case RedisClusterClient cluster -> {
                var connection = cluster.connect(CODEC);
                yield new Pipeline(connection, connection.async());
            }
            default -> throw new IllegalStateException("an unknown kind of Redis client");
        };
        pipeline.connection().setAutoFlushCommands(false);
        return pipeline;
    }
}
