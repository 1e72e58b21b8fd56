package dev.parley.persistence.writer;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.DeadLetterHeaders;
import dev.parley.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records that could not be handled, put aside with the reason and the place they came from. */
@Component
class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Publisher publisher;

    DeadLetters(Publisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Puts the dead records of a batch aside, before the progress row steps over them: a crash between the two puts
     * them aside twice, and never loses one.
     *
     * @throws PublishPending if they are not acked in time
     */
    void bury(CommandBatch batch, Duration timeout) {
        var acks = new ArrayList<CompletableFuture<Void>>();
        for (var command : batch.commands()) {
            if (command instanceof LoggedCommand.Dead dead) {
                log.atError()
                        .addKeyValue(LogKeys.PARTITION, dead.partition())
                        .addKeyValue(LogKeys.OFFSET, dead.offset())
                        .log("Command put aside as a dead letter: {}", dead.reason());
                acks.add(publisher.send(record(dead)));
            }
        }
        try {
            CompletableFuture.allOf(acks.toArray(CompletableFuture<?>[]::new))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PublishPending("dead letters are not acked after " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishPending("interrupted while putting dead letters aside", e);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(LoggedCommand.Dead dead) {
        var source = dead.source();
        var headers = new RecordHeaders(source.headers());
        DeadLetterHeaders.of(dead.reason(), source.partition(), source.offset()).forEach(headers::add);
        return new ProducerRecord<>(
                Topics.deadLettersOf(source.topic()), source.partition(), null, source.key(), source.value(), headers);
    }
}
