package dev.parley.persistence.lag;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether Kafka answers this instance. No part of its readiness: history, lists and sync are read without it, and a call
 * that changes something gets a retryable answer.
 */
@Component
class KafkaHealthIndicator implements HealthIndicator {

    private final LagWatch watch;

    KafkaHealthIndicator(LagWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.log().trouble()
                .map(trouble -> Health.down().withDetail("reason", "Kafka " + trouble).build())
                .orElseGet(() -> Health.up().build());
    }
}
