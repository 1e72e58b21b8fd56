package dev.parley.persistence.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Notifications of messages that were not delivered.
 *
 * @param enabled whether this instance takes part
 * @param group consumer group of all instances
 * @param delay how long the devices of a connected member have to take a message
 * @param maxAge of a message: nobody is notified of an older one, as after a long outage or a first deployment
 * @param waiting most messages that wait for their delay; past it partitions are paused
 * @param batch messages looked at together
 * @param pace how long the broker gathers events before it answers: nothing here is so urgent that it may cost the
 *     writer, and most messages are delivered by then
 * @param publishTimeout of the acks of a batch
 * @param maxBackoff longest pause between tries while an engine is away; the first is 100 ms
 */
@ConfigurationProperties("parley.notifications")
record NotificationSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("parley-notifications") String group,
        @DefaultValue("10s") Duration delay,
        @DefaultValue("1h") Duration maxAge,
        @DefaultValue("50000") int waiting,
        @DefaultValue("1000") int batch,
        @DefaultValue("500ms") Duration pace,
        @DefaultValue("5s") Duration publishTimeout,
        @DefaultValue("5s") Duration maxBackoff) {

    NotificationSettings {
        if (batch < 1 || waiting < batch) {
            throw new IllegalArgumentException("parley.notifications: batch " + batch + ", waiting " + waiting
                    + " (expected: 1 or more, and no fewer than a batch)");
        }
    }
}
