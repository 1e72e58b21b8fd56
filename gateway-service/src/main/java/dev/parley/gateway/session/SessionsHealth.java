package dev.parley.gateway.session;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether new sessions are let in; part of readiness, and readable until the last session has been shown out. */
final class SessionsHealth implements HealthIndicator {

    private final Caretaker caretaker;
    private final Sessions sessions;

    SessionsHealth(Caretaker caretaker, Sessions sessions) {
        this.caretaker = caretaker;
        this.sessions = sessions;
    }

    @Override
    public Health health() {
        if (caretaker.isRunning()) {
            return Health.up().build();
        }
        var reason = caretaker.isDraining()
                ? "this gateway is draining and sends its clients elsewhere; sessions left: " + sessions.count()
                : "this gateway is starting";
        return Health.outOfService().withDetail("reason", reason).build();
    }
}
