package dev.parley.gateway.commands;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How commands get into the log.
 *
 * @param sendsPerSession How many sends of one session may wait for the one before them; more are refused.
 * @param startTimeout How long a start waits for Kafka and its topics before it is given up.
 */
@ConfigurationProperties("parley.commands")
record CommandSettings(
        @DefaultValue Deadlines deadlines,
        @DefaultValue Producer producer,
        @DefaultValue Receipts receipts,
        @DefaultValue Reach reach,
        @Range(from = 0) @DefaultValue("100") int sendsPerSession,
        @DefaultValue("60s") Duration startTimeout) {

    /**
     * @param ack How long a command may take from its arrival to its answer, whatever Kafka does; at least 500 ms more
     *     than twice {@code max-block}.
     * @param maxBlock How long the producer may wait for Kafka's metadata or for memory.
     * @param close How long records on their way are given when the gateway stops.
     */
    record Deadlines(
            @DefaultValue("10s") Duration ack,
            @DefaultValue("1s") Duration maxBlock,
            @Range(from = 0) @DefaultValue("2s") Duration close) {

        Deadlines {
            if (delivery(ack, maxBlock).compareTo(Duration.ofMillis(500)) < 0) {
                throw new IllegalArgumentException("parley.commands.deadlines.ack: " + ack.toMillis()
                        + " ms (expected: at least 500 ms more than twice max-block, which is " + maxBlock.toMillis()
                        + " ms)");
            }
        }

        /** What is left of the ack's deadline after the wait for the thread and for the producer. */
        Duration delivery() {
            return delivery(ack, maxBlock);
        }

        private static Duration delivery(Duration ack, Duration maxBlock) {
            return ack.minus(maxBlock.multipliedBy(2));
        }
    }

    /**
     * @param interval How often Kafka is looked at for readiness, and how long an answer may take.
     * @param patience How long Kafka may leave a look unanswered before the gateway says that it is not ready.
     */
    record Reach(@DefaultValue("2s") Duration interval, @DefaultValue("6s") Duration patience) {}

    /**
     * @param linger How long records gather before they are sent to Kafka: costs latency, saves processor time.
     * @param batch The largest batch of records for one partition.
     * @param memory How much memory records take that Kafka has not taken yet; when it is full, commands are refused
     *     after {@code max-block}.
     */
    record Producer(
            @Range(from = 0) @DefaultValue("2ms") Duration linger,
            @Range(to = Integer.MAX_VALUE) @DefaultValue("64KB") DataSize batch,
            @DefaultValue("32MB") DataSize memory) {}

    /**
     * @param hold How long a receipt waits for a newer one that replaces it.
     * @param held How many receipts of all sessions are held at a time.
     */
    record Receipts(@Range(from = 0) @DefaultValue("5ms") Duration hold,
            @Range(from = 0) @DefaultValue("100000") int held) {}
}
