package dev.parley.gateway.ratelimit;

import dev.parley.gateway.redis.RedisLine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitWiring {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Bean
    LimitMetrics limitMetrics(MeterRegistry metrics) {
        return new LimitMetrics(metrics);
    }

    @Bean
    FrameLimits frameLimits(LimitSettings settings, KeptOnSettings keptOn, LimitMetrics metrics) {
        return new FrameLimits(settings, keptOn, metrics, System::nanoTime);
    }

    /** After what finds out whose address it is behind a proxy, before what looks at tokens. */
    @Bean
    FilterRegistrationBean<HandshakeFilter> handshakeFilter(
            LimitSettings limits, HandshakeSettings settings, LimitMetrics metrics) {
        var rate = Rate.evenly(settings.perMinute(), MINUTE);
        var addresses = new LocalBuckets<Address>(rate, settings.addresses(), System::nanoTime);
        var filter = new FilterRegistrationBean<>(new HandshakeFilter(addresses, settings.perMinute(), metrics));
        filter.setUrlPatterns(List.of("/ws", "/socket.io", "/socket.io/*"));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        filter.setEnabled(limits.enabled());
        return filter;
    }

    @Bean
    MessageLimit messageLimit(LimitSettings settings, RedisLine redis, LimitMetrics metrics) {
        if (!settings.enabled()) {
            return MessageLimit.NONE;
        }
        var messages = settings.messages();
        var rate = new Rate(messages.burst(), messages.perMinute(), MINUTE);
        return new SharedMessageLimit(
                new SharedBuckets(redis, rate),
                new LocalBuckets<>(rate, messages.localUsers(), System::nanoTime),
                messages,
                metrics,
                System::nanoTime);
    }
}
