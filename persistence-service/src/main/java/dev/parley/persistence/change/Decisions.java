package dev.parley.persistence.change;

import dev.parley.persistence.store.ProgressStore;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells when a command has been decided. One look at the progress rows serves all who wait. */
@Component
class Decisions implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Decisions.class);

    private record Waiter(LogPosition position, CompletableFuture<Void> decided) {}

    private final ProgressStore progress;
    private final ChangeSettings settings;
    private final Collection<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ScheduledExecutorService scheduler = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("decisions").daemon().factory());

    Decisions(ProgressStore progress, ChangeSettings settings) {
        this.progress = progress;
        this.settings = settings;
    }

    /** Completes when the writers have passed the position, or exceptionally after {@code timeout}. */
    CompletableFuture<Void> passed(LogPosition position, Duration timeout) {
        var waiter = new Waiter(position, new CompletableFuture<>());
        waiters.add(waiter);
        var decided = waiter.decided().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        lookSoon();
        return decided.whenComplete((_, _) -> waiters.remove(waiter));
    }

    @Override
    public void destroy() {
        scheduler.shutdownNow();
    }

    private void lookSoon() {
        if (looking.compareAndSet(false, true)) {
            scheduler.schedule(this::look, settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            var nextOffsets = progress.nextOffsets();
            waiters.stream()
                    .filter(waiter -> hasPassed(waiter.position(), nextOffsets))
                    .forEach(waiter -> waiter.decided().complete(null));
        } catch (DataAccessException e) {
            log.debug("Progress can't be read: {}", e.toString());
        } finally {
            looking.set(false);
            if (!waiters.isEmpty()) {
                lookSoon();
            }
        }
    }

    private static boolean hasPassed(LogPosition position, Map<Integer, Long> nextOffsets) {
        return nextOffsets.getOrDefault(position.partition(), 0L) > position.offset();
    }
}
