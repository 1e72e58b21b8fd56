package dev.parley.persistence.webhook;

import dev.parley.contracts.Topics;
import dev.parley.persistence.Backoff;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Posts what it reads, one after another, so that a user gets the notifications of a conversation in order. A
 * notification is done with when it was taken, or is acked as a dead letter; a crash before the commit posts it once
 * more under the same idempotency key.
 */
final class Webhook implements ConsumerRebalanceListener {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final DeadNotifications deadLetters;
    private final Poster poster;
    private final WebhookMeters meters;
    private final WebhookSettings settings;

    Webhook(
            Consumer<byte[], byte[]> consumer,
            DeadNotifications deadLetters,
            Poster poster,
            WebhookMeters meters,
            WebhookSettings settings) {
        this.consumer = consumer;
        this.deadLetters = deadLetters;
        this.poster = poster;
        this.meters = meters;
        this.settings = settings;
    }

    void join() {
        consumer.subscribe(List.of(Topics.NOTIFICATIONS), this);
    }

    /** @throws KafkaException if the log is away; what was not committed is read again by the next membership */
    void step() throws InterruptedException {
        for (var record : consumer.poll(POLL)) {
            deliver(record);
            consumer.commitSync(
                    Map.of(
                            new TopicPartition(record.topic(), record.partition()),
                            new OffsetAndMetadata(record.offset() + 1)),
                    settings.timeout());
        }
    }

    /**
     * Begins at the end where nothing was committed, since nobody wants to be told of last week when this is first
     * switched on. It commits that place at once: what comes while it is off after that is not to be skipped.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var committed = consumer.committed(new HashSet<>(partitions));
        var unread = partitions.stream().filter(partition -> committed.get(partition) == null).toList();
        if (unread.isEmpty()) {
            return;
        }
        var ends = new HashMap<TopicPartition, OffsetAndMetadata>();
        consumer.endOffsets(unread).forEach((partition, end) -> {
            consumer.seek(partition, end);
            ends.put(partition, new OffsetAndMetadata(end));
        });
        consumer.commitSync(ends, settings.timeout());
    }

    /** Each record is committed when it is done with. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

    private void deliver(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        var backoff = new Backoff(settings.firstBackoff(), settings.maxBackoff());
        for (var attempt = 1;; attempt++) {
            var outcome = poster.post(record);
            meters.count(outcome);
            switch (outcome) {
                case Attempt.Taken _ -> {
                    return;
                }
                case Attempt.Refused(var reason) -> {
                    bury(record, reason);
                    return;
                }
                case Attempt.Failed(var reason) -> {
                    if (attempt == settings.attempts()) {
                        bury(record, attempt + " attempts, the last: " + reason);
                        return;
                    }
                    pause(backoff.pause());
                    backoff = backoff.longer();
                }
            }
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, String reason) throws InterruptedException {
        deadLetters.bury(record, reason);
        meters.countDeadLetter();
    }

    /** Half of it at random, so that instances do not come back all at once. */
    private static void pause(Duration backoff) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(backoff.toMillis() / 2, backoff.toMillis() + 1)));
    }
}
