package dev.parley.persistence.writer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What became of the commands, and what a batch takes. Once the lag is 0, {@code parley.commands.decided} summed over
 * all its outcomes is the number of records in the log, but for a conversation's creation by its first message, which
 * counts beside the message.
 */
@Component
class WriterMeters {

    private final Counter stored;
    private final Counter changed;
    private final Counter moved;
    private final Counter repeated;
    private final Counter refused;
    private final Counter dead;
    private final Counter retries;
    private final Counter lost;
    private final DistributionSummary batchSize;
    private final Timer batchTime;

    WriterMeters(MeterRegistry registry, StoppedPartitions stopped) {
        Gauge.builder("parley.writer.partitions.stopped", stopped, partitions -> partitions.at().size())
                .description(
                        "Partitions that wait for a writer that knows their next command; anything but 0 is an alert")
                .register(registry);
        stored = decided(registry, "stored");
        changed = decided(registry, "changed");
        moved = decided(registry, "mark_moved");
        repeated = decided(registry, "repeated");
        refused = decided(registry, "refused");
        dead = decided(registry, "dead_lettered");
        retries = Counter.builder("parley.writer.retries").description("Batches begun again").register(registry);
        lost = Counter.builder("parley.writer.partitions.lost")
                .description("Batches that found another writer's progress")
                .register(registry);
        batchSize = DistributionSummary.builder("parley.writer.batch.size").baseUnit("records").register(registry);
        batchTime = Timer.builder("parley.writer.batch.time")
                .description("From a poll's return to the commit")
                .publishPercentileHistogram()
                .register(registry);
    }

    void decided(Tally tally, int records, Duration time) {
        stored.increment(tally.stored());
        changed.increment(tally.changed());
        moved.increment(tally.moved());
        repeated.increment(tally.repeated());
        refused.increment(tally.refused());
        dead.increment(tally.dead());
        batchSize.record(records);
        batchTime.record(time);
    }

    void retried() {
        retries.increment();
    }

    void partitionLost() {
        lost.increment();
    }

    private static Counter decided(MeterRegistry registry, String outcome) {
        return Counter.builder("parley.commands.decided")
                .description("Commands decided, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }
}
