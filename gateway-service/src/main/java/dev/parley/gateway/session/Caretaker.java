package dev.parley.gateway.session;

import dev.parley.access.logs.LogKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Looks after open sessions: pings, tokens that end, closes that hang. And shows them out when the gateway stops, which
 * comes before anything else stops, the management port included.
 */
final class Caretaker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);
    private static final long POLL_MILLIS = 20;
    /** Of the time for goodbyes, for cutting off those who do not say it. */
    private static final int CUT_PART = 10;

    private final Sessions sessions;
    private final SessionSettings settings;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private volatile @Nullable ScheduledFuture<?> sweep;
    private volatile boolean draining;

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
                log.atWarn().addKeyValue(LogKeys.SESSION_ID, session.id()).setCause(e)
                        .log("could not look after a session");
            }
        });
    }

    /** Ahead of the management port, which closes at this word: how the goodbyes go can be read from outside. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void closing(ContextClosedEvent event) {
        // The context of the management port says it here as well, of itself.
        if (event.getApplicationContext().getParent() == null && isRunning()) {
            stop();
        }
    }

    @Override
    public void stop() {
        draining = true;
        sweep = null;
        log.atInfo().addKeyValue(LogKeys.SESSIONS, sessions.count()).log("stopping");
        var timeout = settings.shutdown().timeout();
        try {
            if (!emptied(timeout.minus(timeout.dividedBy(CUT_PART)), this::showOut)) {
                log.atInfo().addKeyValue(LogKeys.SESSIONS, sessions.count())
                        .log("stopping: cutting off who did not say goodbye in time");
                // The routes go with them.
                emptied(timeout.dividedBy(CUT_PART), ChatSession::abort);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sockets whose handshake was under way come late, so everyone is asked each time. */
    private void showOut(ChatSession session) {
        var spread = settings.shutdown().reconnectSpread().toMillis();
        session.leave(Duration.ofMillis(ThreadLocalRandom.current().nextLong(spread + 1)));
        session.leaveIfIdle(settings.shutdown().inFlight());
    }

    private boolean emptied(Duration timeout, Consumer<ChatSession> step) throws InterruptedException {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (sessions.count() > 0 && System.nanoTime() < deadline) {
            sessions.forEach(step);
            Thread.sleep(POLL_MILLIS);
        }
        return sessions.count() == 0;
    }

    /** New sockets are let in while this is true. */
    @Override
    public boolean isRunning() {
        return sweep != null;
    }

    boolean isDraining() {
        return draining;
    }

    /** Last to start, first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
