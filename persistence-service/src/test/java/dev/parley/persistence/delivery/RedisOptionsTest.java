package dev.parley.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;

class RedisOptionsTest {

    @EnableConfigurationProperties(DeliverySettings.class)
    static class Settings {}

    @Test
    void triesRedisAgainWithinASecondHoweverLongItWasAway() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withUserConfiguration(Settings.class, RedisOptions.class)
                .run(context -> {
                    var delay = context.getBean(ClientResources.class).reconnectDelay();
                    assertThat(delay.createDelay(1)).isLessThan(Duration.ofMillis(100));
                    assertThat(delay.createDelay(1_000)).isLessThanOrEqualTo(Duration.ofSeconds(1));
                });
    }
}
