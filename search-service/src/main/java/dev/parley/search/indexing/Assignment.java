package dev.parley.search.indexing;

import dev.parley.search.index.Batch;
import dev.parley.search.index.MessageIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions that this follower holds. A new one stays paused until the index has said where to go on. */
final class Assignment implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Assignment.class);

    private final Consumer<byte[], byte[]> consumer;
    private final MessageIndex index;
    private final Stops stops;
    private final Set<TopicPartition> owned = new HashSet<>();
    private final Set<TopicPartition> arriving = new HashSet<>();
    private final Map<TopicPartition, OffsetAndMetadata> applied = new HashMap<>();

    /** Which partitions wait for a newer version. */
    interface Stops extends IntPredicate {

        void forget(int partition);
    }

    Assignment(Consumer<byte[], byte[]> consumer, MessageIndex index, Stops stops) {
        this.consumer = consumer;
        this.index = index;
        this.stops = stops;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // A position at once, since the committed offset is nobody's business; the right one follows.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
        arriving.addAll(partitions);
    }

    /**
     * A batch that is being tried again may hold records of these. It is written all the same: the index keeps the
     * newest state of each entity and the furthest position, whoever comes first, the next owner or this one.
     */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            owned.remove(partition);
            arriving.remove(partition);
            stops.forget(partition.partition());
            applied.remove(partition);
        });
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        onPartitionsRevoked(partitions);
    }

    boolean isArriving() {
        return !arriving.isEmpty();
    }

    /**
     * Begins with what has arrived. Throws where the index or the log does not answer; to be called again then.
     *
     * @throws PositionOutOfLog if the log does not hold what the index has to read next
     */
    void takeOver() {
        var partitions = List.copyOf(arriving);
        var first = consumer.beginningOffsets(partitions);
        // The ends after the positions, which another follower may be moving on.
        var positions = index.positions();
        var ends = consumer.endOffsets(partitions);
        var empty = new HashMap<Integer, Long>();
        for (var partition : partitions) {
            var begin = Objects.requireNonNull(first.get(partition));
            var position = positions.get(partition.partition());
            if (position != null) {
                requireInLog(partition, position, begin, Objects.requireNonNull(ends.get(partition)));
            } else if (begin > 0) {
                empty.put(partition.partition(), begin);
            }
            consumer.seek(partition, position == null ? begin : position);
        }
        if (!empty.isEmpty()) {
            // Nothing may ever come to say that what is not there any more is not missing.
            index.apply(new Batch(List.of(), empty));
        }
        arriving.clear();
        owned.addAll(partitions);
        release();
        log.debug("Following {}", partitions);
    }

    private static void requireInLog(TopicPartition partition, long position, long first, long end) {
        if (position < first || position > end) {
            throw new PositionOutOfLog(partition, position, first, end);
        }
    }

    void appliedUpTo(Map<Integer, Long> positions) {
        for (var partition : owned) {
            var position = positions.get(partition.partition());
            if (position != null) {
                applied.put(partition, new OffsetAndMetadata(position));
            }
        }
    }

    /** For displays of lag only; the index's positions are what counts. */
    void commitOffsets() {
        if (!applied.isEmpty()) {
            consumer.commitAsync(Map.copyOf(applied), (_, failure) -> {
                if (failure != null) {
                    log.debug("Offsets for display not committed: {}", failure.toString());
                }
            });
            applied.clear();
        }
    }

    /** Nothing is fetched until {@link #release}; partitions may come and go meanwhile. */
    void hold() {
        consumer.pause(consumer.assignment());
    }

    void release() {
        consumer.resume(owned.stream().filter(partition -> !stops.test(partition.partition())).toList());
    }

    void stop(TopicPartition partition) {
        consumer.pause(List.of(partition));
    }
}
