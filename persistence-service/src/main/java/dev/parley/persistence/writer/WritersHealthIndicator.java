package dev.parley.persistence.writer;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether this instance writes; part of its readiness. */
@Component
class WritersHealthIndicator implements HealthIndicator {

    private final Writers writers;

    WritersHealthIndicator(Writers writers) {
        this.writers = writers;
    }

    @Override
    public Health health() {
        return writers.areWriting()
                ? Health.up().build()
                : Health.down().withDetail("reason", "not every writer is a member of the group").build();
    }
}
