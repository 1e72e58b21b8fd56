package dev.parley.persistence.writer;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.persistence.delivery.Mailboxes;
import dev.parley.start.LogSettings;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Tells what has committed: to the topics of facts, and to mailboxes. */
@Component
class Publisher {

    private final Producer<byte[], byte[]> producer;
    private final int partitions;
    private final Tracing tracing;
    private final Map<String, Counter> published = new HashMap<>();

    Publisher(ProducerFactory<byte[], byte[]> producers, LogSettings log, MeterRegistry registry, Tracing tracing) {
        this.producer = producers.createProducer();
        this.partitions = log.partitions();
        this.tracing = tracing;
        for (var topic : List.of(Topics.EVENTS, Topics.RECEIPTS, Topics.deadLettersOf(Topics.COMMANDS))) {
            published.put(topic, Counter.builder("parley.records.published")
                    .description("Records that a topic has acked, those published once more included")
                    .tag("topic", topic)
                    .register(registry));
        }
    }

    /** Both ways at once; the publication ends when all acks are in, and pushes are done or given up. */
    Publication publish(DecidedBatch decided, Mailboxes mailboxes) {
        var deliveries = decided.deliveries();
        var acks = send(deliveries);
        var pushed = mailboxes.push(deliveries, decided::isGroup);
        decided.trace().publishing(acks, pushed);
        return new Publication(deliveries, acks, pushed);
    }

    /** What a predecessor had to publish, whose state is not at hand. */
    Publication publishAgain(List<Delivery> deliveries, Mailboxes mailboxes) {
        var acks = send(deliveries);
        return new Publication(deliveries, acks, mailboxes.push(deliveries));
    }

    /** All facts of these deliveries, in order. Fails if any of them could not be sent. */
    CompletableFuture<Void> send(List<Delivery> deliveries) {
        var acks = new ArrayList<CompletableFuture<Void>>();
        for (var delivery : deliveries) {
            facts(delivery).forEach(fact -> acks.add(send(fact, delivery.getTraceparent())));
        }
        return CompletableFuture.allOf(acks.toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> fact, String traceparent) {
        if (traceparent.isEmpty()) {
            return send(fact);
        }
        var span = tracing.resume("publish " + fact.topic(), Span.Kind.PRODUCER, traceparent);
        if (!span.isRecorded()) {
            return send(fact);
        }
        fact.headers().add(Tracing.HEADER, span.traceparent().getBytes(StandardCharsets.US_ASCII));
        return send(fact).whenComplete((_, failure) -> {
            if (failure == null) {
                span.end();
            } else {
                span.failed(failure.getClass().getSimpleName());
            }
        });
    }

    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> fact) {
        var ack = new CompletableFuture<Void>();
        try {
            producer.send(fact, (_, failure) -> {
                if (failure == null) {
                    Objects.requireNonNull(published.get(fact.topic()), fact.topic()).increment();
                    ack.complete(null);
                } else {
                    ack.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            ack.completeExceptionally(e);
        }
        return ack;
    }

    private Stream<ProducerRecord<byte[], byte[]>> facts(Delivery delivery) {
        return switch (delivery.getBodyCase()) {
            case EVENT -> delivery.getRepeated()
                    ? Stream.empty()
                    : Facts.of(delivery.getEvent()).stream().map(this::record);
            case RECEIPT -> Stream.of(new ProducerRecord<>(
                    Topics.RECEIPTS,
                    partition(ConversationId.ofBytes(delivery.getReceipt().getConversationId())),
                    RecordKeys.receipt(delivery.getReceipt()),
                    delivery.getReceipt().toByteArray()));
            case REJECTION, JOINED, ADVANCED, BODY_NOT_SET -> Stream.empty();
        };
    }

    private ProducerRecord<byte[], byte[]> record(Event event) {
        return new ProducerRecord<>(
                Topics.EVENTS,
                partition(ConversationId.ofBytes(event.getConversationId())),
                RecordKeys.event(event),
                event.toByteArray());
    }

    private int partition(ConversationId conversationId) {
        return Topics.partition(conversationId, partitions);
    }
}
