package dev.parley.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks after open sessions: pings, tokens that end, closes that hang. And shows them out when the gateway stops, which
 * comes before anything else stops.
 */
final class Caretaker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);
    private static final long POLL_MILLIS = 20;

    private final Sessions sessions;
    private final SessionSettings settings;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private volatile @Nullable ScheduledFuture<?> sweep;

    Caretaker(Sessions sessions, SessionSettings settings, ScheduledExecutorService timer, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.timer = timer;
        this.clock = clock;
    }

    @Override
    public void start() {
        var every = settings.heartbeat().sweep().toMillis();
        sweep = timer.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        var now = clock.instant();
        var nowNanos = System.nanoTime();
        sessions.forEach(session -> {
            try {
                session.lookAfter(now, nowNanos, settings.outbound().closeGrace());
            } catch (RuntimeException e) {
                // One broken socket must not end the care for all others.
                log.warn("could not look after sessionId={}", session.id(), e);
            }
        });
    }

    @Override
    public void stop() {
        var spread = settings.shutdown().reconnectSpread().toMillis();
        sweep = null;
        log.info("stopping: sessions={}", sessions.count());
        sessions.forEach(session -> session.close(
                CloseCode.GOING_AWAY,
                "gateway_going_away",
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(spread + 1))));
        awaitEmpty();
    }

    private void awaitEmpty() {
        var deadline = System.nanoTime() + settings.shutdown().timeout().toNanos();
        try {
            while (sessions.count() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (sessions.count() > 0) {
            log.info("stopping: sessions that did not say goodbye in time={}", sessions.count());
        }
    }

    /** New sockets are let in while this is true. */
    @Override
    public boolean isRunning() {
        return sweep != null;
    }

    /** Last to start, first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
