package dev.parley.search.indexing;

import dev.parley.access.StartPatience;
import dev.parley.access.StartRefused;
import dev.parley.contracts.Topics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** The topics are the operator's: a service never makes or alters one, and does not start on ones that do not fit. */
@Component
class LogCheck {

    private static final List<String> TOPICS = List.of(Topics.EVENTS, Topics.deadLettersOf(Topics.EVENTS));

    private final KafkaAdmin kafka;
    private final int partitions;
    private final IndexingSettings settings;

    LogCheck(KafkaAdmin kafka, LogSettings log, IndexingSettings settings) {
        this.kafka = kafka;
        this.partitions = log.partitions();
        this.settings = settings;
    }

    /** @throws StartRefused if a topic is missing for too long, or has another number of partitions than configured */
    void requireTopics() {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            new StartPatience(settings.startTimeout()).await(() -> lack(admin));
        }
    }

    private Optional<StartRefused> lack(Admin admin) {
        var timeout = settings.startTimeout();
        try {
            var found = admin.describeTopics(TOPICS).allTopicNames().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            found.values().forEach(this::requirePartitions);
            return Optional.empty();
        } catch (ExecutionException e) {
            var refused = new StartRefused("topics " + TOPICS + " can't be described: " + e.getCause(), e);
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.of(refused);
            }
            throw refused;
        } catch (TimeoutException e) {
            throw new StartRefused("Kafka did not describe its topics within " + timeout.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }

    private void requirePartitions(TopicDescription topic) {
        if (topic.partitions().size() != partitions) {
            throw new StartRefused(topic.name() + ": " + topic.partitions().size()
                    + " partitions (expected: " + partitions + ", by parley.partitions; a count is final)");
        }
    }
}
