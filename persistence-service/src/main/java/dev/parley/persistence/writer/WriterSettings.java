package dev.parley.persistence.writer;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The writers of this instance.
 *
 * @param threads How many writers run in this instance; more than there are partitions are idle.
 * @param group The consumer group of all writers.
 * @param busyFrom From how many records in a poll on the next poll is held back by {@code pace}, so that batches grow
 *     with the load; below it there is no delay at all.
 * @param pace The least time between polls when busy; fixed, since a wait that grows with the last batch feeds itself.
 * @param pollTimeout How long an idle poll waits for records.
 * @param publishTimeout After which an unfinished publish is begun again, with the transaction that waits for it rolled
 *     back.
 * @param maxBackoff The longest pause between tries at a batch while an engine is away; the first is 100 ms.
 * @param maxContentCodePoints The longest message, in Unicode code points: a longer one is refused, whatever gateways
 *     let through.
 * @param offsetCommitInterval How often Kafka's committed offsets are written, which only serve displays of lag.
 * @param startTimeout How long a start waits for Kafka and its topics before it is given up.
 */
@ConfigurationProperties("parley.writer")
public record WriterSettings(
        @DefaultValue("1") int threads,
        @DefaultValue("parley-writer") String group,
        @Range(from = 0) @DefaultValue("16") int busyFrom,
        @Range(from = 0) @DefaultValue("10ms") Duration pace,
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
