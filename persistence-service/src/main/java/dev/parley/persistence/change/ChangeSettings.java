package dev.parley.persistence.change;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls that go through the log.
 *
 * @param deadline after which a call is answered with a retryable error; it may still be decided later
 * @param pollInterval between looks at the writers' progress, while anybody waits
 */
@ConfigurationProperties("parley.changes")
public record ChangeSettings(
        @DefaultValue("5s") Duration deadline,
        @DefaultValue("10ms") Duration pollInterval) {}
