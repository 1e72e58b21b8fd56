package dev.parley.persistence.writer;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.CommandCodec.Envelope;
import dev.parley.contracts.CommandKind;
import dev.parley.contracts.Topics;
import dev.parley.persistence.Backoff;
import dev.parley.persistence.delivery.Mailboxes;
import dev.parley.persistence.store.Progress;
import dev.parley.persistence.store.ProgressStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership of the writers' group: polls, decides, commits, publishes. Not for use by two threads.
 *
 * <p>A batch that fails because an engine is away is tried again without end, while the consumer keeps polling with its
 * partitions paused, so that the group goes on counting on it.
 */
final class Writer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    /** What a writer works with; shared by all of them. */
    record Tools(
            BatchTransaction transaction,
            Publisher publisher,
            DeadLetters deadLetters,
            ProgressStore progress,
            PartitionWatch watch,
            WriterMeters meters) {}

    private final Consumer<byte[], byte[]> consumer;
    private final Mailboxes mailboxes;
    private final Tools tools;
    private final WriterSettings settings;
    private final Assignment assignment;
    private final Backoff firstBackoff;
    private Publication last = Publication.done();
    private long nextOffsetCommit;

    Writer(Consumer<byte[], byte[]> consumer, Mailboxes mailboxes, Tools tools, WriterSettings settings) {
        this.consumer = consumer;
        this.mailboxes = mailboxes;
        this.tools = tools;
        this.settings = settings;
        this.assignment = new Assignment(consumer, tools.progress(), tools.watch(), this::finishPublishing);
        this.firstBackoff = new Backoff(FIRST_BACKOFF, settings.maxBackoff());
    }

    void join() {
        consumer.subscribe(List.of(Topics.COMMANDS), assignment);
    }

    /**
     * One poll and all that comes of it.
     *
     * @throws PartitionLost if another writer owns what this one thought its own
     */
    void step() {
        if (assignment.isArriving()) {
            persist(() -> assignment.takeOver(this::publishAgain));
        }
        var began = System.nanoTime();
        var records = consumer.poll(settings.pollTimeout());
        if (!records.isEmpty()) {
            write(records);
        }
        mailboxes.settle();
        if (System.nanoTime() - nextOffsetCommit > 0) {
            assignment.commitOffsets();
            nextOffsetCommit = System.nanoTime() + settings.offsetCommitInterval().toNanos();
        }
        if (records.count() >= settings.busyFrom()) {
            // Batches a few milliseconds apart cost half of what each poll its own batch does.
            LockSupport.parkNanos(began + settings.pace().toNanos() - System.nanoTime());
        }
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
        mailboxes.close();
    }

    private void write(ConsumerRecords<byte[], byte[]> records) {
        var intake = Intake.of(records);
        assignment.polled(records);
        for (var unknown : intake.unknown()) {
            log.atError()
                    .addKeyValue(LogKeys.PARTITION, unknown.partition())
                    .addKeyValue(LogKeys.OFFSET, unknown.offset())
                    .log("Partition stopped: {} is not known to this writer; roll out one that knows it",
                            unknown.reason());
            assignment.stop(new TopicPartition(unknown.source().topic(), unknown.partition()), unknown);
        }
        write(intake.batch());
        assignment.settle(records, intake.unknown());
    }

    private void write(CommandBatch batch) {
        var backoff = firstBackoff;
        var left = batch;
        while (!left.isEmpty()) {
            try {
                apply(left);
                return;
            } catch (RuntimeException e) {
                switch (Retry.after(e)) {
                    case NONE -> throw e;
                    case SMALLER_BATCH -> {
                        halve(left, e);
                        return;
                    }
                    case SAME_BATCH -> {
                        tools.meters().retried();
                        log.warn("A batch of {} waits for {} ms: {}", left.size(), backoff.pause().toMillis(),
                                e.toString());
                        waitWithPartitionsHeld(backoff.pause());
                        left = left.retain(assignment::owns);
                        backoff = backoff.longer();
                    }
                }
            }
        }
    }

    private void apply(CommandBatch batch) {
        var began = System.nanoTime();
        var decided = tools.transaction().apply(batch, mailboxes.isResyncOwed(), () -> {
            awaitLastPublication();
            tools.deadLetters().bury(batch, settings.publishTimeout());
        });
        tools.meters().committed(batch);
        var committed = System.nanoTime();
        last = tools.publisher().publish(decided, mailboxes);
        last.whenPushed(() -> {
            if (!mailboxes.isResyncOwed()) {
                tools.meters().pushed(Duration.ofNanos(System.nanoTime() - committed));
            }
        });
        assignment.decidedUpTo(batch.ranges());
        tools.meters().decided(decided.tally(), batch.size(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void halve(CommandBatch batch, RuntimeException failure) {
        if (batch.size() > 1) {
            write(batch.firstHalf());
            write(batch.secondHalf().retain(assignment::owns));
            return;
        }
        switch (batch.commands().getFirst()) {
            case LoggedCommand.Valid(var source, var command) -> {
                var envelope = new Envelope(
                        command.id(), command.userId(), command.conversationId());
                write(new CommandBatch(List.of(new LoggedCommand.Dead(
                        source, failure.toString(), envelope, CommandKind.of(command)))));
            }
            case LoggedCommand.Dead _,LoggedCommand.Unknown _ -> throw failure;
        }
    }

    private void publishAgain(Progress row) {
        if (row.resyncOwed()) {
            mailboxes.oweResync();
        }
        tools.publisher().publishAgain(row.outbox().getDeliveriesList(), mailboxes)
                .await(tools.publisher(), settings.publishTimeout());
    }

    private void awaitLastPublication() {
        last.await(tools.publisher(), settings.publishTimeout());
    }

    /** So that the next owner's facts come after ours. It publishes them once more if we can't. */
    private void finishPublishing() {
        try {
            awaitLastPublication();
        } catch (PublishPending e) {
            log.warn("Partitions let go of before their facts were out: {}", e.toString());
        }
    }

    /** Tries until it is done; what fails for another reason than an engine that is away ends this membership. */
    private void persist(Runnable action) {
        var backoff = firstBackoff;
        while (true) {
            try {
                action.run();
                return;
            } catch (LogMismatch | WakeupException e) {
                throw e;
            } catch (RuntimeException e) {
                log.warn("Taking partitions over waits for {} ms: {}", backoff.pause().toMillis(), e.toString());
                waitWithPartitionsHeld(backoff.pause());
                backoff = backoff.longer();
            }
        }
    }

    private void waitWithPartitionsHeld(Duration pause) {
        assignment.hold();
        var deadline = System.nanoTime() + pause.toNanos();
        for (var left = pause.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            consumer.poll(Duration.ofNanos(left));
        }
        assignment.release();
    }
}
