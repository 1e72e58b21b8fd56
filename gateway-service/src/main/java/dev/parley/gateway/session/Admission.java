package dev.parley.gateway.session;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.LimitsInForce;
import dev.parley.gateway.protocol.ServerEvent;
import dev.parley.gateway.protocol.SessionEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The order of things around a session's beginning and end. */
final class Admission {

    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private final Seats seats;
    private final Routes routes;
    private final Resync resync;
    private final Clock clock;
    private final LimitsInForce limits;
    private final Duration routeDeadline;

    Admission(
            Seats seats,
            Routes routes,
            Resync resync,
            Clock clock,
            LimitsInForce limits,
            Duration routeDeadline) {
        this.seats = seats;
        this.routes = routes;
        this.resync = resync;
        this.clock = clock;
        this.limits = limits;
        this.routeDeadline = routeDeadline;
    }

    /**
     * First the route, then {@code session:ready}: what is committed after the client's sync finds the way here. Without
     * Redis the session is let in all the same; it can send, and is told to sync once it can hear.
     */
    void admit(ChatSession session) {
        seats.take(session);
        var routed = routes.arrived(session.userId()).toCompletableFuture();
        routed.copy().orTimeout(routeDeadline.toMillis(), TimeUnit.MILLISECONDS).whenComplete((_, failure) -> {
            session.becomeReady(ready(session.id(), session.userId()));
            if (failure != null) {
                log.atInfo().addKeyValue(LogKeys.SESSION_ID, session.id()).log("let in without a route: {}",
                        failure.toString());
                routed.thenRun(() -> resync.later(session, "route_was_late"));
            }
        });
    }

    void dismiss(ChatSession session) {
        seats.leave(session);
        routes.left(session.userId());
    }

    private ServerEvent ready(String sessionId, UserId userId) {
        return SessionEvents.ready(sessionId, userId, clock.instant(), limits);
    }
}
