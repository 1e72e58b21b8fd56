package dev.parley.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log as the operator made it.
 *
 * @param partitions of {@code chat.commands}, {@code chat.events} and {@code chat.receipts}; final, since a
 *     conversation's partition follows from it
 */
@ConfigurationProperties("parley")
public record LogSettings(@DefaultValue("12") int partitions) {}
