package dev.parley.search.indexing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log as the operator made it.
 *
 * @param partitions How many partitions {@code chat.events} has; final once there are records, and the same in all
 *     services.
 */
@ConfigurationProperties("parley")
record LogSettings(@DefaultValue("12") int partitions) {}
