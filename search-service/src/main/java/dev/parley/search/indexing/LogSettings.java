package dev.parley.search.indexing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log as the operator made it.
 *
 * @param partitions of {@code chat.events}; final, since a conversation's partition follows from it
 */
@ConfigurationProperties("parley")
record LogSettings(@DefaultValue("12") int partitions) {}
