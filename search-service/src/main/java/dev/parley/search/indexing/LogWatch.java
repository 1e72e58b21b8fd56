package dev.parley.search.indexing;

import dev.parley.search.indexing.LogSamples.Sample;
import dev.parley.start.LogCheck;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks once a second where the log ends. On a thread of its own: Kafka that is away must not keep anybody from seeing
 * what the catalog says.
 */
@Component
class LogWatch implements SmartLifecycle {

    private final LogCheck check;
    private final LogOffsets offsets;
    private final Freshness freshness;
    private final Clock clock;
    private final IndexingSettings settings;
    private volatile @Nullable Rounds rounds;

    LogWatch(LogCheck check, LogOffsets offsets, Freshness freshness, Clock clock, IndexingSettings settings) {
        this.check = check;
        this.offsets = offsets;
        this.freshness = freshness;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void start() {
        check.requireTopics();
        rounds = Rounds.start("log-watch", settings.lookInterval(), this::look);
    }

    @Override
    public void stop() {
        var running = rounds;
        if (running != null) {
            running.stop();
        }
        rounds = null;
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    /** Before those who follow the log, which has to be the right one. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void look() {
        freshness.wantedFirst().ifPresent(time -> freshness.sampled(new Sample(time, offsets.endsAt(time))));
        // The time first: what is appended between the two belongs to a later one.
        var now = clock.instant();
        freshness.sampled(new Sample(now, offsets.ends()));
    }
}
