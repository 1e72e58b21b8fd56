package dev.parley.search.indexing;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.DeadLetterHeaders;
import dev.parley.contracts.Topics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Events that could not be indexed, put aside with the reason and the place they came from. As long as the log holds
 * them, each rebuild meets them again, and puts them aside again.
 */
@Component
class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final IndexingSettings settings;

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka, IndexingSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /**
     * Puts them aside, before the index's positions step over them: a crash between the two puts them aside twice, and
     * never loses one.
     *
     * @throws IllegalStateException if they are not acked in time
     */
    void bury(List<LoggedEvent.Dead> dead) {
        var acks = dead.stream().map(this::send).toArray(CompletableFuture<?>[]::new);
        var timeout = settings.deadLetterTimeout();
        try {
            CompletableFuture.allOf(acks).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("dead letters could not be sent: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("dead letters are not acked after " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private CompletableFuture<?> send(LoggedEvent.Dead dead) {
        log.atError()
                .addKeyValue(LogKeys.PARTITION, dead.partition())
                .addKeyValue(LogKeys.OFFSET, dead.offset())
                .log("Event put aside as a dead letter: {}", dead.reason());
        return kafka.send(record(dead));
    }

    private static ProducerRecord<byte[], byte[]> record(LoggedEvent.Dead dead) {
        var source = dead.source();
        var headers = new RecordHeaders(source.headers());
        DeadLetterHeaders.of(dead.reason(), source.partition(), source.offset()).forEach(headers::add);
        return new ProducerRecord<>(
                Topics.deadLettersOf(source.topic()), source.partition(), null, source.key(), source.value(), headers);
    }
}
