package dev.parley.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log as the operator made it.
 *
 * @param partitions How many partitions {@code chat.commands}, {@code chat.events} and {@code chat.receipts} have;
 *     final once there are records, and the same in all services.
 */
@ConfigurationProperties("parley")
public record LogSettings(@DefaultValue("12") int partitions) {}
