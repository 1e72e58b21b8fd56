package dev.parley.persistence.notification;

import dev.parley.contracts.Topics;
import dev.parley.persistence.Backoff;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership of the group: reads events, and commits no further than what is done with. Not for use by two threads.
 * An engine that is away holds up nothing but this: the consumer keeps polling, with its partitions paused once enough
 * waits.
 */
final class EventWatch implements ConsumerRebalanceListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventWatch.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Attention attention;
    private final NotificationMeters meters;
    private final NotificationSettings settings;
    private final Waiting waiting = new Waiting();
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
    private final Backoff firstBackoff;
    private Backoff backoff;
    private long retryAt = System.nanoTime();
    private boolean behind;

    EventWatch(
            Consumer<byte[], byte[]> consumer,
            Attention attention,
            NotificationMeters meters,
            NotificationSettings settings) {
        this.consumer = consumer;
        this.attention = attention;
        this.meters = meters;
        this.settings = settings;
        this.firstBackoff = new Backoff(FIRST_BACKOFF, settings.maxBackoff());
        this.backoff = firstBackoff;
    }

    void join() {
        consumer.subscribe(List.of(Topics.EVENTS), this);
    }

    void step() {
        if (waiting.size() >= settings.waiting()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        for (var record : consumer.poll(behind ? Duration.ZERO : settings.pace())) {
            read.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            StoredMessages.of(record).filter(message -> !attention.isTooOld(message)).ifPresent(waiting::add);
        }
        if (System.nanoTime() - retryAt >= 0) {
            look();
        }
        meters.waiting(waiting.size());
        commit();
    }

    boolean isDoneWithWhatItRead() {
        return !read.isEmpty() && waiting.size() == 0;
    }

    void wakeup() {
        consumer.wakeup();
    }

    /**
     * Where nothing was committed it begins with what is not too old. Kafka's own reset by duration would let an empty
     * partition wait for half a minute before it asks again.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var committedBefore = consumer.committed(new HashSet<>(partitions));
        var unread = partitions.stream().filter(partition -> committedBefore.get(partition) == null).toList();
        // Ends first: what is appended after them is read in any case.
        var ends = consumer.endOffsets(unread);
        var oldest = attention.oldest().toEpochMilli();
        var found = consumer.offsetsForTimes(
                unread.stream().collect(Collectors.toMap(Function.identity(), _ -> oldest)));
        for (var partition : unread) {
            var first = found.get(partition);
            consumer.seek(partition, first != null ? first.offset() : ends.getOrDefault(partition, 0L));
        }
    }

    /** What waits is for the next owner, who reads it again. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            consumer.commitSync(doneWith(partitions), settings.publishTimeout());
        } catch (KafkaException e) {
            log.debug("Offsets not committed, the next owner finds what was notified: {}", e.toString());
        }
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            waiting.forget(partition.partition());
            read.remove(partition);
        });
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void look() {
        try {
            behind = attention.look(waiting);
            backoff = firstBackoff;
        } catch (RuntimeException e) {
            log.warn("Notifications wait for {} ms: {}", backoff.pause().toMillis(), e.toString());
            behind = false;
            retryAt = System.nanoTime() + backoff.pause().toNanos();
            backoff = backoff.longer();
        }
    }

    private void commit() {
        var done = doneWith(read.keySet());
        if (!done.equals(committed)) {
            consumer.commitAsync(done, (_, failure) -> {
                if (failure != null) {
                    log.debug("Offsets not committed, a later commit covers them: {}", failure.toString());
                }
            });
            committed = done;
        }
    }

    /** Of partitions that nothing was read from, there is nothing to tell. */
    private Map<TopicPartition, OffsetAndMetadata> doneWith(Collection<TopicPartition> partitions) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var next = read.get(partition);
            if (next != null) {
                offsets.put(partition, new OffsetAndMetadata(waiting.first(partition.partition()).orElse(next)));
            }
        }
        return offsets;
    }
}
