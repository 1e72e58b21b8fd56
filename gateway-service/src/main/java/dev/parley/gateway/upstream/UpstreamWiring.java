package dev.parley.gateway.upstream;

import dev.parley.tracing.Tracing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UpstreamWiring {

    /** HTTP/1.1 without a proxy: tokens go nowhere but to the service. Besides one selector, it keeps no thread. */
    @Bean(destroyMethod = "shutdownNow")
    HttpClient upstreamHttp(UpstreamSettings settings) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(settings.deadlines().connect())
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("upstream-", 0).factory()))
                .build();
    }

    @Bean
    Upstream upstream(
            HttpClient upstreamHttp, UpstreamSettings settings, MeterRegistry metrics, Tracing tracing) {
        var syncs = new Gate(settings.sync().atOnce(), settings.sync().waiting());
        var lookups = new Gate(settings.lookups().atOnce(), settings.lookups().waiting());
        register(syncs, "sync", metrics);
        register(lookups, "lookups", metrics);
        return new Upstream(new Rest(upstreamHttp, settings, tracing), syncs, lookups, metrics);
    }

    private static void register(Gate gate, String name, MeterRegistry metrics) {
        Gauge.builder("parley.gateway.upstream.waiting", gate, Gate::waiting)
                .tag("gate", name)
                .description("calls that wait for their turn")
                .register(metrics);
    }
}
