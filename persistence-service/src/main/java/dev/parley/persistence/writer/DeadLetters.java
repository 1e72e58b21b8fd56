package dev.parley.persistence.writer;

import dev.parley.contracts.Topics;
import java.nio.charset.StandardCharsets;
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

    static final String REASON = "parley-reason";
    static final String PARTITION = "parley-partition";
    static final String OFFSET = "parley-offset";

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
                        .addKeyValue("partition", dead.partition())
                        .addKeyValue("offset", dead.offset())
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
        headers.add(REASON, utf8(dead.reason()));
        headers.add(PARTITION, utf8(Integer.toString(source.partition())));
        headers.add(OFFSET, utf8(Long.toString(source.offset())));
        return new ProducerRecord<>(
                Topics.deadLettersOf(source.topic()), source.partition(), null, source.key(), source.value(), headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
