package dev.parley.persistence.notification;

import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.contracts.wire.Notification;
import dev.parley.start.LogSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Publishes notifications, then remembers them. A crash, or a publish that fails in part, between the two publishes a
 * record once more with the same key; after it, never again. A push sender that must not repeat itself keeps keys.
 */
@Component
class Announcer {

    private final Producer<byte[], byte[]> producer;
    private final Absences absences;
    private final LogSettings log;
    private final NotificationSettings settings;

    Announcer(
            ProducerFactory<byte[], byte[]> producers,
            Absences absences,
            LogSettings log,
            NotificationSettings settings) {
        this.producer = producers.createProducer();
        this.absences = absences;
        this.log = log;
        this.settings = settings;
    }

    /** @throws KafkaException if not all are acked in time; to be begun again then */
    void tell(List<Absence> missed) {
        if (missed.isEmpty()) {
            return;
        }
        var acks = new ArrayList<Future<?>>();
        missed.forEach(absence -> acks.add(producer.send(record(absence))));
        await(acks);
        absences.remember(missed);
    }

    private void await(List<Future<?>> acks) {
        var deadline = System.nanoTime() + settings.publishTimeout().toNanos();
        try {
            for (var ack : acks) {
                ack.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("notifications are not acked after " + settings.publishTimeout().toMillis()
                    + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while notifying", e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(Absence absence) {
        var message = absence.message();
        var notification = Notification.newBuilder()
                .setConversationId(message.conversationId().toBytes())
                .setUserId(absence.userId().value())
                .setSeq(message.seq())
                .setMessageId(message.messageId().toBytes())
                .setSenderId(message.senderId().value())
                .setAt(message.storedAt().toEpochMilli())
                .build();
        return new ProducerRecord<>(
                Topics.NOTIFICATIONS,
                Topics.partition(message.conversationId(), log.partitions()),
                RecordKeys.notification(notification),
                notification.toByteArray());
    }
}
