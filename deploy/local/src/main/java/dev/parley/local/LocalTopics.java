package dev.parley.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.parley.engines.Topic;

/** The topics of the local stack. Elsewhere operators make them, with more partitions and replicas. */
final class LocalTopics {

    /** Final for a stack's data: conversations are bound to partitions by it. */
    static final int PARTITIONS = 12;

    static final List<Topic> ALL = List.of(keptFor("chat.commands", 14), facts(), keptFor("chat.receipts", 7),
            keptFor("chat.notifications", 7), keptFor("chat.commands.dlt", 14), keptFor("chat.events.dlt", 14),
            keptFor("chat.notifications.dlt", 14));

    private LocalTopics() {}

    private static Topic keptFor(String name, int days) {
        return new Topic(name, PARTITIONS, Map.of("retention.ms", millis(days)));
    }

    /** The last state of everything stays; deleted text goes after one to two weeks. */
    private static Topic facts() {
        return new Topic("chat.events", PARTITIONS, Map.of("cleanup.policy", "compact", "min.compaction.lag.ms",
                millis(7), "max.compaction.lag.ms", millis(14)));
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
