package dev.parley.gateway.headcount;

import dev.parley.gateway.ratelimit.LimitSettings;
import dev.parley.gateway.redis.Channels;
import dev.parley.gateway.session.Headcount;
import dev.parley.gateway.session.Sessions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where limits are lifted, Redis is told nothing of sessions. */
@Configuration(proxyBeanMethods = false)
class HeadcountWiring {

    @Bean
    @ConditionalOnBooleanProperty(name = "parley.limits.enabled", matchIfMissing = true)
    SharedHeadcount sharedHeadcount(
            Sessions sessions, Channels channels, LimitSettings limits, HeadcountSettings settings) {
        return new SharedHeadcount(sessions, channels, limits.sessionsPerUser(), settings);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "parley.limits.enabled", havingValue = false)
    Headcount noHeadcount() {
        return Headcount.NONE;
    }
}
