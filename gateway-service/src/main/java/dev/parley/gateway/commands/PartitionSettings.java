package dev.parley.gateway.commands;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param partitions How many partitions the topics {@code chat.commands} and {@code chat.events} have; final once there
 *     are records, and the same in all services.
 */
@ConfigurationProperties("parley")
record PartitionSettings(@DefaultValue("12") int partitions) {

    PartitionSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("parley.partitions: " + partitions + " (expected: 1 or more)");
        }
    }
}
