package dev.parley.persistence.writer;

import dev.parley.access.StartPatience;
import dev.parley.access.StartRefused;
import dev.parley.contracts.Topics;
import dev.parley.persistence.LogSettings;
import dev.parley.persistence.RequiresTopics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** The topics are the operator's: a service never makes or alters one, and does not start on ones that do not fit. */
@Component
class LogCheck {

    private static final List<String> ALWAYS = List.of(Topics.COMMANDS, Topics.EVENTS, Topics.RECEIPTS,
            Topics.deadLettersOf(Topics.COMMANDS));

    private final List<String> topics;
    private final KafkaAdmin kafka;
    private final LogSettings log;
    private final WriterSettings settings;

    LogCheck(KafkaAdmin kafka, LogSettings log, WriterSettings settings, List<RequiresTopics> parts) {
        this.topics = Stream.concat(ALWAYS.stream(), parts.stream().flatMap(part -> part.topics().stream()))
                .distinct()
                .toList();
        this.kafka = kafka;
        this.log = log;
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
            var found = admin.describeTopics(topics).allTopicNames().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            found.values().forEach(log::requireCountOf);
            return Optional.empty();
        } catch (ExecutionException e) {
            var refused = new StartRefused("topics " + topics + " can't be described: " + e.getCause(), e);
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
}
