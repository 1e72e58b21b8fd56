package dev.parley.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a topic has to be made. Its partitions and replicas are the operator's choice: all topics have the same count of
 * partitions.
 *
 * @param settings Kafka's, by name
 */
public record TopicPlan(String name, Map<String, String> settings) {

    /** All that the system writes to. */
    public static final List<TopicPlan> ALL = List.of(
            keptFor(Topics.COMMANDS, 14), facts(), keptFor(Topics.RECEIPTS, 7), keptFor(Topics.NOTIFICATIONS, 7),
            keptFor(Topics.deadLettersOf(Topics.COMMANDS), 14), keptFor(Topics.deadLettersOf(Topics.EVENTS), 14),
            keptFor(Topics.deadLettersOf(Topics.NOTIFICATIONS), 14));

    public TopicPlan {
        settings = Map.copyOf(settings);
    }

    private static TopicPlan keptFor(String name, int days) {
        return new TopicPlan(name, Map.of("retention.ms", millis(days)));
    }

    /** The last state of everything stays; deleted text goes after one to two weeks. */
    private static TopicPlan facts() {
        return new TopicPlan(Topics.EVENTS, Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", millis(7),
                "max.compaction.lag.ms", millis(14)));
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
