package dev.parley.gateway.socketio;

import dev.parley.gateway.session.CloseCode;
import dev.parley.gateway.session.SessionSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All connections of Socket.IO on this gateway. It keeps their rhythm, and its patience with those who don't join. */
final class Switchboard implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

    private final SocketIoSettings settings;
    private final Duration sweepEvery;
    private final Duration closeGrace;
    private final ScheduledExecutorService timer;
    private final Set<SocketIoConnection> all = ConcurrentHashMap.newKeySet();
    /** Those without a namespace, and since when. */
    private final Map<SocketIoConnection, Long> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledFuture<?> sweep;

    Switchboard(SocketIoSettings settings, SessionSettings sockets, ScheduledExecutorService timer) {
        this.settings = settings;
        sweepEvery = sockets.heartbeat().sweep();
        closeGrace = sockets.outbound().closeGrace();
        this.timer = timer;
    }

    int deniedConnects() {
        return settings.deniedConnects();
    }

    boolean isFull() {
        return waiting.size() >= settings.waiting();
    }

    void opened(SocketIoConnection connection) {
        all.add(connection);
        waiting(connection);
    }

    /** It may be closed at the same time, so what is put in here is looked at once more. */
    void waiting(SocketIoConnection connection) {
        waiting.put(connection, System.nanoTime());
        if (!all.contains(connection)) {
            waiting.remove(connection);
        }
    }

    void joined(SocketIoConnection connection) {
        waiting.remove(connection);
    }

    void closed(SocketIoConnection connection) {
        all.remove(connection);
        waiting.remove(connection);
    }

    @Override
    public void start() {
        var every = sweepEvery.toMillis();
        sweep = timer.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        var now = System.nanoTime();
        for (var connection : all) {
            try {
                lookAfter(connection, now);
            } catch (RuntimeException e) {
                // One broken socket must not end the care for all others.
                log.warn("could not look after {}", connection, e);
            }
        }
    }

    private void lookAfter(SocketIoConnection connection, long now) {
        var since = waiting.get(connection);
        if (since != null && now - since > settings.connectTimeout().toNanos()) {
            connection.close(CloseCode.NOT_THE_PROTOCOL);
        }
        connection.lookAfter(now, closeGrace);
    }

    /** Sessions are shown out by those who look after sessions; here are those who have none. */
    @Override
    public void stop() {
        var running = sweep;
        sweep = null;
        if (running != null) {
            running.cancel(false);
        }
        waiting.keySet().forEach(connection -> connection.close(CloseCode.GOING_AWAY));
    }

    @Override
    public boolean isRunning() {
        return sweep != null;
    }

    /** With those who look after sessions: before anything else stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
