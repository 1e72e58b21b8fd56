package dev.parley.gateway.commands;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to {@code chat.commands}. A producer may block for want of metadata or memory, so one thread of its own talks
 * to it; the threads of sockets only leave their records there.
 */
final class KafkaCommandLog implements CommandLog, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaCommandLog.class);

    private final Producer<byte[], byte[]> producer;
    private final int partitions;
    private final CommandSettings.Deadlines deadlines;
    private final ScheduledThreadPoolExecutor thread;

    KafkaCommandLog(Producer<byte[], byte[]> producer, int partitions, CommandSettings.Deadlines deadlines) {
        this.producer = producer;
        this.partitions = partitions;
        this.deadlines = deadlines;
        thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("commands").factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void append(Command command, Span span, Done done) {
        var conversationId = command.conversationId();
        var entry = new ProducerRecord<>(
                Topics.COMMANDS,
                Topics.partition(conversationId, partitions),
                RecordKeys.command(conversationId),
                CommandCodec.encode(command));
        var told = span.isRecorded() ? traced(entry, span, done) : done;
        var takenAt = System.nanoTime();
        try {
            thread.execute(() -> produce(entry, takenAt, told));
        } catch (RejectedExecutionException e) {
            told.done(e);
        }
    }

    /** The record takes the trace along. */
    private static Done traced(ProducerRecord<byte[], byte[]> entry, Span span, Done done) {
        var publishing = span.child("publish " + entry.topic(), Span.Kind.PRODUCER);
        entry.headers().add(Tracing.HEADER, publishing.traceparent().getBytes(US_ASCII));
        return failure -> {
            if (failure == null) {
                publishing.end();
            } else {
                publishing.failed(failure.getClass().getSimpleName());
            }
            done.done(failure);
        };
    }

    @Override
    public void later(Runnable task, long delayNanos) {
        try {
            thread.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("stopping: a held receipt is left to its client", e);
        }
    }

    private void produce(ProducerRecord<byte[], byte[]> entry, long takenAt, Done done) {
        // Each record that blocks costs the ones behind it as much: those that waited that long fail without a try.
        if (System.nanoTime() - takenAt > deadlines.maxBlock().toNanos()) {
            done.done(new TimeoutException("waited for the producer longer than " + deadlines.maxBlock()));
            return;
        }
        try {
            // Time-outs come to the callback; what is thrown does not.
            producer.send(entry, (_, failure) -> done.done(failure));
        } catch (KafkaException | IllegalStateException e) {
            done.done(e);
        }
    }

    /** Waits for what is on its way, within the deadline. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(deadlines.close().toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("commands were left behind when stopping: {}", thread.getQueue().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(deadlines.close());
    }
}
