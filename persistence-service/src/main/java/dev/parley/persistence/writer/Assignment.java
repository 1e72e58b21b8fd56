package dev.parley.persistence.writer;

import dev.parley.access.logs.LogKeys;
import dev.parley.persistence.store.Progress;
import dev.parley.persistence.store.ProgressStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that this writer holds. A new one stays paused until what its last owner committed has been published
 * once more; then its progress row says where to go on.
 */
final class Assignment implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Assignment.class);

    private final Consumer<byte[], byte[]> consumer;
    private final ProgressStore progress;
    private final Set<TopicPartition> owned = new HashSet<>();
    private final Set<TopicPartition> arriving = new HashSet<>();
    private final StoppedPartitions stopped;
    private final Backlog backlog;
    private final Map<TopicPartition, OffsetAndMetadata> decided = new HashMap<>();
    private final Runnable beforeRevoked;

    Assignment(Consumer<byte[], byte[]> consumer, ProgressStore progress,
            PartitionWatch watch, Runnable beforeRevoked) {
        this.consumer = consumer;
        this.progress = progress;
        this.stopped = watch.stopped();
        this.backlog = watch.backlog();
        this.beforeRevoked = beforeRevoked;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // A position at once, since the committed offset is nobody's business; the right one follows.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
        arriving.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            beforeRevoked.run();
            forget(partitions);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    boolean isArriving() {
        return !arriving.isEmpty();
    }

    boolean owns(int partition) {
        return owned.stream().anyMatch(held -> held.partition() == partition);
    }

    /** Takes over what has arrived. Throws where the database or the log does not answer; to be called again then. */
    void takeOver(TakeOver takeOver) {
        for (var partition : List.copyOf(arriving)) {
            var row = progress.find(partition.partition()).orElseGet(() -> {
                progress.begin(partition.partition(), firstOffset(partition));
                return progress.find(partition.partition()).orElseThrow();
            });
            takeOver.publishAgain(row);
            requireInLog(partition, row.nextOffset());
            consumer.seek(partition, row.nextOffset());
            consumer.resume(List.of(partition));
            arriving.remove(partition);
            owned.add(partition);
            log.atInfo()
                    .addKeyValue(LogKeys.PARTITION, partition.partition())
                    .addKeyValue(LogKeys.OFFSET, row.nextOffset())
                    .log("Writing partition");
        }
    }

    /** Stops a partition whose next command this writer does not know; the others go on. */
    void stop(TopicPartition partition, LoggedCommand.Unknown at) {
        stopped.add(at);
        consumer.pause(List.of(partition));
    }

    /** These records wait to be decided. */
    void polled(ConsumerRecords<byte[], byte[]> records) {
        records.partitions().forEach(partition -> backlog.waits(
                partition.partition(), records.records(partition).getFirst().timestamp()));
    }

    /** They have been decided up to those that nobody here knows; more may wait behind them. */
    void settle(ConsumerRecords<byte[], byte[]> records, List<LoggedCommand.Unknown> unknown) {
        for (var partition : records.partitions()) {
            if (owned.contains(partition) && consumer.currentLag(partition).orElse(0) > 0) {
                backlog.waits(partition.partition(), records.records(partition).getLast().timestamp());
            } else {
                backlog.isEmpty(partition.partition());
            }
        }
        unknown.stream()
                .filter(stop -> stopped.contains(stop.partition()))
                .forEach(stop -> backlog.waits(stop.partition(), stop.source().timestamp()));
    }

    void decidedUpTo(Map<Integer, CommandBatch.Range> ranges) {
        for (var partition : owned) {
            var range = ranges.get(partition.partition());
            if (range != null) {
                decided.put(partition, new OffsetAndMetadata(range.next()));
            }
        }
    }

    /** For displays of lag only; the progress row is what counts. */
    void commitOffsets() {
        if (!decided.isEmpty()) {
            consumer.commitAsync(Map.copyOf(decided), (_, failure) -> {
                if (failure != null) {
                    log.debug("Offsets for display not committed: {}", failure.toString());
                }
            });
            decided.clear();
        }
    }

    /** Nothing is fetched until {@link #release}; partitions may come and go meanwhile. */
    void hold() {
        consumer.pause(consumer.assignment());
    }

    void release() {
        consumer.resume(owned.stream().filter(partition -> !stopped.contains(partition.partition())).toList());
    }

    private void requireInLog(TopicPartition partition, long nextOffset) {
        var first = firstOffset(partition);
        long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        if (nextOffset < first || nextOffset > end) {
            throw new LogMismatch(partition, nextOffset, first, end);
        }
    }

    private long firstOffset(TopicPartition partition) {
        return Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            owned.remove(partition);
            arriving.remove(partition);
            stopped.remove(partition.partition());
            backlog.isEmpty(partition.partition());
            decided.remove(partition);
        });
    }

    /** What publishes the last batch of a partition once more. */
    interface TakeOver {

        void publishAgain(Progress row);
    }
}
