package dev.parley.persistence.change;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls that go through the log.
 *
 * @param deadline After which a call that goes through the log is answered with a retryable error; it may still be
 *     decided later.
 * @param pollInterval How often the writers' progress is looked at while anybody waits for it.
 */
@ConfigurationProperties("parley.changes")
public record ChangeSettings(
        @DefaultValue("5s") Duration deadline,
        @DefaultValue("10ms") Duration pollInterval) {}
