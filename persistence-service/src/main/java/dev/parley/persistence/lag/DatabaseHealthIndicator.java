package dev.parley.persistence.lag;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database answers this instance; part of its readiness, since it can answer nobody without. */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

    private final LagWatch watch;

    DatabaseHealthIndicator(LagWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.database().trouble()
                .map(trouble -> Health.down().withDetail("reason", "the database " + trouble).build())
                .orElseGet(() -> Health.up().build());
    }
}
