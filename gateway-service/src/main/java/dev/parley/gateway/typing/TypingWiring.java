package dev.parley.gateway.typing;

import dev.parley.gateway.redis.Channels;
import dev.parley.gateway.redis.RedisLine;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.upstream.Upstream;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TypingWiring {

    @Bean
    Members members(Upstream upstream, TypingSettings settings) {
        return new Members(upstream::participants, settings, System::nanoTime);
    }

    @Bean
    Typists typists(Members members, RedisLine redis, TypingSettings settings, MeterRegistry metrics) {
        var thinning = new Thinning(settings.repeat(), settings.typists(), System::nanoTime);
        return new Typists(members, thinning, redis, settings.members(), metrics);
    }

    @Bean
    Onlookers onlookers(Channels channels, Sessions sessions) {
        return new Onlookers(channels, sessions);
    }
}
