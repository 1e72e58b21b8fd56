package dev.parley.persistence.webhook;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.DeadLetterHeaders;
import dev.parley.contracts.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifications that the push service does not take, put aside with the reason and the place they came from. */
record DeadNotifications(Producer<byte[], byte[]> producer, Duration timeout) {

    private static final Logger log = LoggerFactory.getLogger(DeadNotifications.class);

    /** @throws KafkaException if it is not acked in time */
    void bury(ConsumerRecord<byte[], byte[]> record, String reason) throws InterruptedException {
        log.atError()
                .addKeyValue(LogKeys.PARTITION, record.partition())
                .addKeyValue(LogKeys.OFFSET, record.offset())
                .log("Notification put aside as a dead letter: {}", reason);
        var headers = new RecordHeaders(record.headers());
        DeadLetterHeaders.of(reason, record.partition(), record.offset()).forEach(headers::add);
        try {
            producer.send(new ProducerRecord<>(
                    Topics.deadLettersOf(record.topic()), record.partition(), null, record.key(), record.value(),
                    headers)).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("a dead letter is not acked after " + timeout.toMillis() + " ms", e);
        }
    }
}
