package dev.parley.gateway.commands;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether what clients send can get into the log from here; part of readiness. */
final class KafkaHealth implements HealthIndicator {

    private final LogReach reach;

    KafkaHealth(LogReach reach) {
        this.reach = reach;
    }

    @Override
    public Health health() {
        return reach.trouble()
                .map(reason -> Health.down().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
