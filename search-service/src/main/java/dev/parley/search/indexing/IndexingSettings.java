package dev.parley.search.indexing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Following the log.
 *
 * @param threads consumers of this instance for each generation; more than there are partitions are idle
 * @param group consumer groups' name, before the number of the generation
 * @param batch most records that are written at once
 * @param fetchSize most bytes that a broker answers with, and so most that a batch has of one broker
 * @param gather how long a broker gathers events before it answers. It is what a message waits until it can be found,
 *     at worst, beside the write itself; and a consumer costs no more than one answer and one write in this time, busy
 *     or idle: ten a second. At 0 a message can be found in a few milliseconds, and each costs a write of its own
 * @param pollTimeout of an idle poll
 * @param deadLetterTimeout of the acks of dead letters, after which they are sent again
 * @param maxBackoff longest pause between tries while an engine is away; the first is 100 ms
 * @param offsetCommitInterval of Kafka's committed offsets, which only serve displays of lag
 * @param lookInterval between looks at the catalog, the positions and the ends of the log
 * @param kafkaTimeout of a question about the log
 * @param startTimeout how long to wait for Kafka at start
 */
@ConfigurationProperties("parley.search.indexing")
record IndexingSettings(
        @DefaultValue("1") int threads,
        @DefaultValue("parley-search") String group,
        @DefaultValue("1000") int batch,
        @DefaultValue("4MB") DataSize fetchSize,
        @DefaultValue("100ms") Duration gather,
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
