package dev.parley.persistence.notification;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Notifications of messages that were not delivered.
 *
 * @param enabled Whether this instance makes notifications of messages that were not delivered.
 * @param group The consumer group of all instances that make notifications.
 * @param delay How long the devices of a connected member have to take a message before a notification is made.
 * @param maxAge The greatest age of a message of which anybody is notified, as after a long outage or a first
 *     deployment.
 * @param waiting How many messages may wait for their delay, no fewer than {@code batch}; beyond, partitions are
 *     paused.
 * @param batch How many messages are looked at together.
 * @param pace How long the broker gathers events before it answers: nothing here is so urgent that it may cost the
 *     writer, and most messages are delivered by then.
 * @param publishTimeout How long Kafka may take to take a batch of notifications.
 * @param maxBackoff The longest pause between tries while an engine is away; the first is 100 ms.
 */
@ConfigurationProperties("parley.notifications")
record NotificationSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("parley-notifications") String group,
        @Range(from = 0) @DefaultValue("10s") Duration delay,
        @DefaultValue("1h") Duration maxAge,
        @DefaultValue("50000") int waiting,
        @DefaultValue("1000") int batch,
        @Range(from = 0) @DefaultValue("500ms") Duration pace,
        @DefaultValue("5s") Duration publishTimeout,
        @DefaultValue("5s") Duration maxBackoff) {

    NotificationSettings {
        if (batch < 1 || waiting < batch) {
            throw new IllegalArgumentException("parley.notifications: batch " + batch + ", waiting " + waiting
                    + " (expected: 1 or more, and no fewer than a batch)");
        }
    }
}
