package dev.parley.tracing;

import dev.parley.access.settings.Range;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Spring Boot has no setting for.
 *
 * @param callersPerSecond How many REST calls a second are followed because their caller asks for it, by a {@code
 *     traceparent} of its own.
 */
@ConfigurationProperties("parley.tracing")
record TracingSettings(@Range(from = 0) @DefaultValue("5") int callersPerSecond) {}
