package dev.parley.persistence.writer;

import dev.parley.access.metrics.Latency;
import dev.parley.access.metrics.Latency.Stage;
import dev.parley.contracts.Command;
import dev.parley.contracts.CommandKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What became of the commands, and what a batch takes. Every record of the log that was decided is counted once in
 * {@code parley.commands.decided}: once the lag is 0, its sum over kinds and outcomes is the number of records.
 */
@Component
class WriterMeters {

    private final Clock clock;
    private final Map<Tally.Case, Counter> decided = new HashMap<>();
    private final Counter retries;
    private final Counter lost;
    private final DistributionSummary batchSize;
    private final Timer batchTime;
    private final Latency committing;
    private final Latency pushing;

    WriterMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        for (var fate : Fate.values()) {
            for (var kind : CommandKind.values()) {
                decided.put(new Tally.Case(kind, fate), decided(registry, kind, fate));
            }
        }
        decided.put(new Tally.Case(null, Fate.DEAD_LETTERED), decided(registry, null, Fate.DEAD_LETTERED));
        retries = Counter.builder("parley.writer.retries").description("Batches begun again").register(registry);
        lost = Counter.builder("parley.writer.partitions.lost")
                .description("Batches that found another writer's progress")
                .register(registry);
        batchSize = DistributionSummary.builder("parley.writer.batch.size")
                .description("Records of a batch")
                .baseUnit("records")
                .register(registry);
        batchTime = Timer.builder("parley.writer.batch.time")
                .description("From a poll's return to the commit")
                .register(registry);
        committing = new Latency(registry, Stage.LOGGED_TO_COMMITTED);
        pushing = new Latency(registry, Stage.COMMITTED_TO_PUSHED);
    }

    /** To be called when the batch has just been committed. */
    void committed(CommandBatch batch) {
        var now = clock.millis();
        for (var command : batch.commands()) {
            if (command instanceof LoggedCommand.Valid(var source, var valid)
                    && valid.body() instanceof Command.SendMessage) {
                committing.record(Duration.ofMillis(now - source.timestamp()));
            }
        }
    }

    void pushed(Duration sinceCommit) {
        pushing.record(sinceCommit);
    }

    void decided(Tally tally, int records, Duration time) {
        tally.counts().forEach((each, count) -> Objects.requireNonNull(decided.get(each)).increment(count));
        batchSize.record(records);
        batchTime.record(time);
    }

    void retried() {
        retries.increment();
    }

    void partitionLost() {
        lost.increment();
    }

    private static Counter decided(MeterRegistry registry, @Nullable CommandKind kind, Fate fate) {
        return Counter.builder("parley.commands.decided")
                .description("Records of the log that were decided, by kind of command and outcome")
                .tag("kind", kind == null ? "unreadable" : kind.label())
                .tag("outcome", fate.label())
                .register(registry);
    }
}
