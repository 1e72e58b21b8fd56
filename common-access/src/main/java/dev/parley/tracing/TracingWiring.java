package dev.parley.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Spans for whoever asks for them: of OpenTelemetry's where tracing is on, and none elsewhere. */
@AutoConfiguration(beforeName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
class TracingWiring {

    /** A class of its own, so that what it names is loaded only where it is needed. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(Switch.class)
    @EnableConfigurationProperties({TracingSettings.class, TracingProperties.class})
    static class On {

        private static final Logger log = LoggerFactory.getLogger(On.class);

        @Bean
        Sampler sampler(TracingProperties boots, TracingSettings settings) {
            var probability = boots.getSampling().getProbability();
            log.info("Tracing is on: of what begins here, {} is followed", probability);
            return new Drawing(probability, new Allowance(settings.callersPerSecond(), System::nanoTime));
        }

        @Bean
        Tracing openTelemetryTracing(OpenTelemetry openTelemetry) {
            return new OpenTelemetryTracing(openTelemetry.getTracer("dev.parley"));
        }
    }

    @Bean
    @ConditionalOnMissingBean(Tracing.class)
    Tracing noTracing() {
        return Tracing.OFF;
    }
}
