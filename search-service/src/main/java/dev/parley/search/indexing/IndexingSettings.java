package dev.parley.search.indexing;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Following the log.
 *
 * @param threads How many consumers follow the log in this instance, for each index; more than there are partitions are
 *     idle.
 * @param group How the names of the consumer groups begin, before the number of the index.
 * @param batch How many records are written at once.
 * @param fetchSize How many bytes a broker answers with at most, and so how many a batch has of one broker.
 * @param gather How long a broker gathers events before it answers: what a message waits until it can be found, at
 *     worst, beside the write itself. A consumer costs no more than one answer and one write in this time; at 0 each
 *     message costs a write of its own. A write costs OpenSearch more than PostgreSQL: 300 ms spare it two in three.
 * @param pollTimeout How long an idle poll waits for records.
 * @param deadLetterTimeout How long Kafka may take to take dead letters, after which they are sent again.
 * @param maxBackoff The longest pause between tries while an engine is away; the first is 100 ms.
 * @param offsetCommitInterval How often Kafka's committed offsets are written, which only serve displays of lag.
 * @param lookInterval How often the catalog of indexes, their positions and the ends of the log are looked at.
 * @param kafkaTimeout How long Kafka may take to answer a question about the log.
 * @param startTimeout How long a start waits for Kafka and its topics before it is given up.
 */
@ConfigurationProperties("parley.search.indexing")
record IndexingSettings(
        @DefaultValue("1") int threads,
        @DefaultValue("parley-search") String group,
        @DefaultValue("1000") int batch,
        @Range(to = Integer.MAX_VALUE) @DefaultValue("4MB") DataSize fetchSize,
        @Range(from = 0) @DefaultValue("100ms") Duration gather,
        @DefaultValue("500ms") Duration pollTimeout,
        @DefaultValue("5s") Duration deadLetterTimeout,
        @DefaultValue("2s") Duration maxBackoff,
        @DefaultValue("1s") Duration offsetCommitInterval,
        @DefaultValue("1s") Duration lookInterval,
        @DefaultValue("3s") Duration kafkaTimeout,
        @DefaultValue("60s") Duration startTimeout) {

    IndexingSettings {
        if (threads < 1 || batch < 1) {
            throw new IllegalArgumentException("parley.search.indexing: threads " + threads + ", batch " + batch
                    + " (expected: 1 or more)");
        }
    }

    /** Of all who follow a generation. */
    String groupOf(int generation) {
        return group + "-" + generation;
    }
}
