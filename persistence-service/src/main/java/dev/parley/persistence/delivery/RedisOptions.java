package dev.parley.persistence.delivery;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RedisOptions {

    private static final Duration FIRST = Duration.ofMillis(10);

    /** While Redis is away a push fails at once and is owed; queued up, it would turn up late and out of order. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failWhileDisconnected() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }

    /** The client's own pauses grow to half a minute, in which nobody would hear anything though Redis is back. */
    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon(DeliverySettings settings) {
        var most = settings.reconnectMost();
        return resources -> resources.reconnectDelay(
                Delay.fullJitter(FIRST, most, FIRST.toMillis(), TimeUnit.MILLISECONDS));
    }
}
