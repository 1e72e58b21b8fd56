package dev.parley.gateway.session;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Tells clients to sync, spread over time: they all go to the same database. */
public final class Resync {

    private final Sessions sessions;
    private final ScheduledExecutorService timer;
    private final Duration spread;

    Resync(Sessions sessions, ScheduledExecutorService timer, Duration spread) {
        this.sessions = sessions;
        this.timer = timer;
        this.spread = spread;
    }

    public void everyone(String reason) {
        sessions.forEach(session -> later(session, reason));
    }

    public void later(ChatSession session, String reason) {
        var delay = ThreadLocalRandom.current().nextLong(spread.toMillis() + 1);
        timer.schedule(() -> session.requireSync(reason), delay, TimeUnit.MILLISECONDS);
    }
}
