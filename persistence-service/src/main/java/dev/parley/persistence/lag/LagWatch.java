package dev.parley.persistence.lag;

import dev.parley.access.health.Sight;
import dev.parley.persistence.store.ProgressStore;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks again and again where the log ends and how far the writers have got, whichever instance they are of. What is
 * away keeps its last known offsets: nobody can append to a log that is away, or decide without the database.
 */
@Component
class LagWatch implements DisposableBean {

    private final ProgressStore progress;
    private final LogEnds ends;
    private final LagSettings settings;
    private final Sight<Map<Integer, Long>> database;
    private final Sight<Map<Integer, Long>> log;
    /** Two, so that one engine that hangs does not keep anybody from seeing the other. */
    private final ScheduledExecutorService looks = Executors
            .newScheduledThreadPool(2, Thread.ofPlatform().name("lag-watch-", 0).daemon().factory());

    LagWatch(ProgressStore progress, LogEnds ends, LagSettings settings, Clock clock) {
        this.progress = progress;
        this.ends = ends;
        this.settings = settings;
        this.database = new Sight<>(Map.of(), clock, settings.patience());
        this.log = new Sight<>(Map.of(), clock, settings.patience());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var every = settings.interval().toMillis();
        looks.scheduleWithFixedDelay(
                () -> database.look(progress::nextOffsets), 0, every, TimeUnit.MILLISECONDS);
        looks.scheduleWithFixedDelay(() -> log.look(ends::now), 0, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        looks.shutdownNow();
    }

    Sight<Map<Integer, Long>> database() {
        return database;
    }

    Sight<Map<Integer, Long>> log() {
        return log;
    }

    /** Records that nobody has decided yet, as of the last looks. */
    long records() {
        return missing().sum();
    }

    /** Of the partition that is furthest behind. */
    long mostRecords() {
        return missing().max().orElse(0);
    }

    private LongStream missing() {
        var decided = database.last();
        return log.last().entrySet().stream()
                .filter(end -> decided.containsKey(end.getKey()))
                .mapToLong(end -> missing(end, decided));
    }

    private static long missing(Map.Entry<Integer, Long> end, Map<Integer, Long> decided) {
        return Math.max(0, end.getValue() - decided.getOrDefault(end.getKey(), 0L));
    }
}
