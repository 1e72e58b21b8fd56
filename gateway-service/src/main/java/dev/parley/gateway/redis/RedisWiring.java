package dev.parley.gateway.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The client is the one that Spring brings, with whatever the operator sets for it. */
@Configuration(proxyBeanMethods = false)
class RedisWiring {

    @Bean
    KeptConnection<StatefulRedisConnection<String, byte[]>> commandConnection(
            LettuceConnectionFactory factory, RedisLineSettings settings) {
        return new KeptConnection<>(
                "commands",
                () -> ((RedisClient) factory.getRequiredNativeClient()).connect(RedisLine.CODEC),
                _ -> {},
                settings.answer());
    }

    @Bean
    Channels channels() {
        return new Channels();
    }

    @Bean
    KeptConnection<StatefulRedisPubSubConnection<String, byte[]>> channelConnection(
            LettuceConnectionFactory factory, Channels channels, RedisLineSettings settings) {
        return new KeptConnection<>(
                "channels",
                () -> ((RedisClient) factory.getRequiredNativeClient()).connectPubSub(RedisLine.CODEC),
                channels::listenOn,
                settings.answer());
    }

    @Bean
    RedisLine redisLine(KeptConnection<StatefulRedisConnection<String, byte[]>> commandConnection) {
        return new RedisLine(commandConnection::current);
    }

    @Bean
    LineKeeper lineKeeper(List<KeptConnection<?>> lines, RedisLineSettings settings) {
        return new LineKeeper(lines, settings.check());
    }
}
