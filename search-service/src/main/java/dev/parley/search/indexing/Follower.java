package dev.parley.search.indexing;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.Topics;
import dev.parley.search.index.RefusedByIndex;
import dev.parley.tracing.Tracing;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership of a generation's group: polls, decodes, writes. Not for use by two threads.
 *
 * <p>What fails because an engine is away is tried again without end, while the consumer keeps polling with its
 * partitions paused, so that the group goes on counting on it.
 */
final class Follower implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final FollowedGeneration generation;
    private final DeadLetters deadLetters;
    private final IndexingMeters meters;
    private final Tracing tracing;
    private final IndexingSettings settings;
    private final Assignment assignment;
    private long nextOffsetCommit = System.nanoTime();

    Follower(
            Consumer<byte[], byte[]> consumer,
            FollowedGeneration generation,
            Followers.Tools tools,
            IndexingSettings settings) {
        this.consumer = consumer;
        this.generation = generation;
        this.deadLetters = tools.deadLetters();
        this.meters = tools.meters();
        this.tracing = tools.tracing();
        this.settings = settings;
        this.assignment = new Assignment(consumer, generation.index(), generation.stops());
    }

    void join() {
        consumer.subscribe(List.of(Topics.EVENTS), assignment);
    }

    /**
     * One poll and all that comes of it.
     *
     * @throws PositionOutOfLog if index and log do not belong together
     */
    void step() {
        if (assignment.isArriving()) {
            persist("Taking partitions over", assignment::takeOver);
        }
        var intake = Intake.of(consumer.poll(settings.pollTimeout()), generation.decoder());
        intake.unknown().forEach(this::stop);
        if (!intake.batch().isEmpty()) {
            write(intake.batch());
        }
        if (System.nanoTime() - nextOffsetCommit > 0) {
            assignment.commitOffsets();
            nextOffsetCommit = System.nanoTime() + settings.offsetCommitInterval().toNanos();
        }
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void stop(LoggedEvent.Unknown event) {
        log.atError()
                .addKeyValue(LogKeys.PARTITION, event.partition())
                .addKeyValue(LogKeys.OFFSET, event.offset())
                .log("Partition stopped: {} is not known to this version; roll out one that knows it",
                        event.reason());
        generation.stop(event);
        assignment.stop(new TopicPartition(event.source().topic(), event.partition()));
    }

    private void write(EventBatch batch) {
        var dead = batch.dead();
        if (!dead.isEmpty()) {
            persist("Putting dead letters aside", () -> deadLetters.bury(dead));
        }
        apply(batch);
    }

    private void apply(EventBatch batch) {
        var spans = IndexSpans.begin(tracing, batch, generation.isServing());
        try {
            persist("A batch of " + batch.events().size(), () -> generation.index().apply(batch.changes()));
        } catch (RefusedByIndex e) {
            spans.failed(e);
            halve(batch, e);
            return;
        }
        spans.end();
        assignment.appliedUpTo(batch.positions());
        meters.applied(generation.isServing(), batch);
    }

    private void halve(EventBatch batch, RefusedByIndex refusal) {
        if (batch.events().size() > 1) {
            apply(batch.firstHalf());
            apply(batch.secondHalf());
            return;
        }
        // An index that is being dropped refuses everything, and none of it is dead.
        generation.requireAlive();
        var refused = batch.understood().stream().findFirst().orElseThrow(() -> refusal);
        write(new EventBatch(
                List.of(new LoggedEvent.Dead(refused.source(), String.valueOf(refusal.getMessage()))),
                batch.positions()));
    }

    /** Tries until it is done; only what no waiting mends comes out of it. */
    private void persist(String what, Runnable action) {
        var backoff = FIRST_BACKOFF;
        while (true) {
            try {
                action.run();
                return;
            } catch (RefusedByIndex | PositionOutOfLog | WakeupException | InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                meters.retried();
                log.warn("{} waits for {} ms: {}", what, backoff.toMillis(), e.toString());
                waitWithPartitionsHeld(backoff);
                backoff = longer(backoff);
            }
        }
    }

    private void waitWithPartitionsHeld(Duration backoff) {
        assignment.hold();
        var deadline = System.nanoTime() + backoff.toNanos();
        for (var left = backoff.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            consumer.poll(Duration.ofNanos(left));
        }
        assignment.release();
    }

    private Duration longer(Duration backoff) {
        var doubled = backoff.multipliedBy(2);
        return doubled.compareTo(settings.maxBackoff()) < 0 ? doubled : settings.maxBackoff();
    }
}
