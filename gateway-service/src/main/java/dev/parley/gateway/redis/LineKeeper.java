package dev.parley.gateway.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** The thread that tends the lines, from before the first socket to after the last. */
final class LineKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LineKeeper.class);

    private final List<KeptConnection<?>> lines;
    private final Duration check;
    private volatile @Nullable ScheduledExecutorService thread;

    LineKeeper(List<KeptConnection<?>> lines, Duration check) {
        this.lines = List.copyOf(lines);
        this.check = check;
    }

    /** One try is made before sockets open, so that the first of them find the lines there. */
    @Override
    public void start() {
        tend();
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("redis-lines").daemon().factory());
        started.scheduleWithFixedDelay(this::tend, check.toMillis(), check.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void tend() {
        for (var line : lines) {
            try {
                line.tend();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Whatever it was, the next check tries again.
                log.warn("a line to Redis could not be tended", e);
            }
        }
    }

    @Override
    public void stop() {
        var last = thread;
        thread = null;
        if (last != null) {
            last.shutdownNow();
            lines.forEach(KeptConnection::close);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 2;
    }
}
