package dev.parley.persistence.sync;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Which log this is: Kafka's own id of the topic, which one made anew under the same name does not share. Asked for
 * once, so that syncs go on while Kafka is away.
 */
@Component
class LogIdentity {

    private static final Logger log = LoggerFactory.getLogger(LogIdentity.class);

    private final KafkaAdmin kafka;
    private final SyncSettings settings;
    private volatile @Nullable Uuid topicId;

    LogIdentity(KafkaAdmin kafka, SyncSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void learn() {
        try {
            topicId();
        } catch (ChatException e) {
            log.warn("The first sync will ask again: {}", e.getMessage());
        }
    }

    /** @throws ChatException if it was never learnt and Kafka does not answer now */
    Uuid topicId() {
        var known = topicId;
        return known != null ? known : ask();
    }

    private synchronized Uuid ask() {
        var known = topicId;
        if (known != null) {
            return known;
        }
        try (var admin = Admin.create(impatient())) {
            var topics = admin.describeTopics(List.of(Topics.COMMANDS))
                    .allTopicNames()
                    .get(settings.kafkaTimeout().toMillis(), TimeUnit.MILLISECONDS);
            var asked = Objects.requireNonNull(topics.get(Topics.COMMANDS), "the one topic asked for").topicId();
            topicId = asked;
            return asked;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw ChatException.unavailable("Kafka did not tell which log this is within "
                    + settings.kafkaTimeout().toMillis() + " ms; try again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChatException.unavailable("the service is stopping; try again");
        }
    }

    /** Closing a client waits for what is under way, so that must end in time as well. */
    private Map<String, Object> impatient() {
        var properties = new HashMap<>(kafka.getConfigurationProperties());
        var timeout = (int) settings.kafkaTimeout().toMillis();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        return properties;
    }
}
