package dev.parley.persistence.writer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The writers of this instance.
 *
 * @param threads consumers of this instance; more than there are partitions are idle
 * @param group consumer group of all writers
 * @param busyFrom records in a poll from which on the next poll is held back by {@code pace}, so that batches grow with
 *     the load; below it there is no delay at all
 * @param pace least time between polls when busy; fixed, since a wait that grows with the last batch feeds itself
 * @param pollTimeout of an idle poll
 * @param publishTimeout after which an unfinished publish is begun again, with the transaction that waits for it rolled
 *     back
 * @param maxBackoff longest pause between tries at a batch while an engine is away; the first is 100 ms
 * @param maxContentCodePoints of a message: what is longer is refused, whatever gateways let through
 * @param offsetCommitInterval of Kafka's committed offsets, which only serve displays of lag
 * @param startTimeout how long to wait for Kafka at start
 */
@ConfigurationProperties("parley.writer")
public record WriterSettings(
        @DefaultValue("1") int threads,
        @DefaultValue("parley-writer") String group,
        @DefaultValue("16") int busyFrom,
        @DefaultValue("10ms") Duration pace,
        @DefaultValue("500ms") Duration pollTimeout,
        @DefaultValue("3s") Duration publishTimeout,
        @DefaultValue("2s") Duration maxBackoff,
        @DefaultValue("65536") int maxContentCodePoints,
        @DefaultValue("1s") Duration offsetCommitInterval,
        @DefaultValue("60s") Duration startTimeout) {

    public WriterSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("parley.writer.threads: " + threads + " (expected: 1 or more)");
        }
    }
}
