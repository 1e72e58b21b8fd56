package dev.parley.gateway.commands;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How commands get into the log.
 *
 * @param sendsPerSession that may wait for the one before them
 * @param startTimeout how long a start waits for Kafka and its topics
 */
@ConfigurationProperties("parley.commands")
record CommandSettings(
        @DefaultValue Deadlines deadlines,
        @DefaultValue Producer producer,
        @DefaultValue Receipts receipts,
        @DefaultValue("100") int sendsPerSession,
        @DefaultValue("60s") Duration startTimeout) {

    /**
     * @param ack from the taking of a command to its answer, whatever Kafka does
     * @param maxBlock that the producer may wait for metadata or memory
     * @param close that pending records get when the gateway stops
     */
    record Deadlines(
            @DefaultValue("10s") Duration ack,
            @DefaultValue("1s") Duration maxBlock,
            @DefaultValue("2s") Duration close) {

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
     * @param linger that lets records gather while Kafka is busy; costs latency, saves processor time
     * @param memory for records that Kafka has not taken yet
     */
    record Producer(
            @DefaultValue("2ms") Duration linger,
            @DefaultValue("64KB") DataSize batch,
            @DefaultValue("32MB") DataSize memory) {}

    /**
     * @param hold how long a mark waits for a newer one that replaces it
     * @param held marks at a time, of all sessions
     */
    record Receipts(@DefaultValue("5ms") Duration hold, @DefaultValue("100000") int held) {}
}
