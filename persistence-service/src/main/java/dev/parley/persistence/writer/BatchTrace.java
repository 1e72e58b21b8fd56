package dev.parley.persistence.writer;

import dev.parley.persistence.writer.LoggedCommand.Valid;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one try to write a batch leaves in traces: a trace of its own, linked to each command in it that is followed, and
 * in the trace of each of those how long it took to be decided and stored. Of a batch without any, nothing.
 */
final class BatchTrace {

    private static final BatchTrace NONE = new BatchTrace(Span.NONE, Map.of());

    private final Span batch;
    private final Map<LoggedCommand, Span> stores;

    private BatchTrace(Span batch, Map<LoggedCommand, Span> stores) {
        this.batch = batch;
        this.stores = stores;
    }

    static BatchTrace begin(Tracing tracing, CommandBatch batch) {
        if (!tracing.isOn()) {
            return NONE;
        }
        var followed = followed(batch);
        var span = tracing.join("batch", followed.values());
        if (!span.isRecorded()) {
            return NONE;
        }
        span.with("commands", Integer.toString(batch.size()));
        var stores = new IdentityHashMap<LoggedCommand, Span>();
        followed.forEach((command, traceparent) -> {
            var store = tracing.resume("store", Span.Kind.CONSUMER, traceparent).joined(span);
            stores.put(command, store
                    .with("conversationId", command.command().conversationId().toString())
                    .with("commandId", command.command().id().toString()));
        });
        return new BatchTrace(span, stores);
    }

    private static Map<Valid, String> followed(CommandBatch batch) {
        var followed = new IdentityHashMap<Valid, String>();
        for (var command : batch.commands()) {
            if (command instanceof Valid valid) {
                var traceparent = traceparent(valid.source());
                if (!traceparent.isEmpty()) {
                    followed.put(valid, traceparent);
                }
            }
        }
        return followed;
    }

    private static String traceparent(ConsumerRecord<byte[], byte[]> source) {
        var header = source.headers().lastHeader(Tracing.HEADER);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
    }

    /** What carries the trace of a command on; empty where it is not followed. */
    String traceparent(LoggedCommand command) {
        var store = stores.get(command);
        return store == null ? "" : store.traceparent();
    }

    /** A part of the work that the whole batch shares. */
    Span step(String name) {
        return batch.child(name, Span.Kind.CLIENT);
    }

    /** What comes of the commands is a fact, and goes out. */
    void committed() {
        stores.values().forEach(Span::end);
    }

    /** They will be tried again, which is another try to follow. */
    void failed(RuntimeException failure) {
        var reason = failure.getClass().getSimpleName();
        stores.values().forEach(store -> store.failed(reason));
        batch.failed(reason);
    }

    /** The batch is over when both ways out are done or given up. */
    void publishing(CompletableFuture<Void> acked, CompletableFuture<Void> pushed) {
        if (batch.isRecorded()) {
            var facts = step("publish facts");
            var pushes = step("push to mailboxes");
            CompletableFuture.allOf(
                    acked.whenComplete((_, _) -> facts.end()), pushed.whenComplete((_, _) -> pushes.end()))
                    .whenComplete((_, failure) -> {
                        if (failure == null) {
                            batch.end();
                        } else {
                            batch.failed(failure.getClass().getSimpleName());
                        }
                    });
        }
    }
}
