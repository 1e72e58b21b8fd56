package dev.parley.start;

import dev.parley.access.StartRefused;
import org.apache.kafka.clients.admin.TopicDescription;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log as the operator made it.
 *
 * @param partitions How many partitions {@code chat.commands}, {@code chat.events} and {@code chat.receipts} have;
 *     final once there are records, and the same in all services.
 */
@ConfigurationProperties("parley")
public record LogSettings(@DefaultValue("12") int partitions) {

    public LogSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("parley.partitions: " + partitions + " (expected: 1 or more)");
        }
    }

    /** @throws StartRefused if the topic has another count than configured */
    public void requireCountOf(TopicDescription topic) {
        if (topic.partitions().size() != partitions) {
            throw new StartRefused(topic.name() + ": " + topic.partitions().size()
                    + " partitions (expected: " + partitions + ", by parley.partitions; a count is final)");
        }
    }
}
