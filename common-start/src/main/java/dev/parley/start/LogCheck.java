package dev.parley.start;

import dev.parley.access.StartPatience;
import dev.parley.access.StartRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics are the operator's: a service never makes or alters one, and does not start on ones that do not fit. */
public final class LogCheck {

    private final Map<String, Object> connection;
    private final LogSettings log;
    private final List<String> topics;
    private final Duration timeout;

    /**
     * @param connection what Kafka's clients are made of
     * @param topics that have to be there
     * @param timeout how long Kafka may take to answer, and the operator to make what is missing
     */
    public LogCheck(Map<String, Object> connection, LogSettings log, List<String> topics, Duration timeout) {
        this.connection = connection;
        this.log = log;
        this.topics = List.copyOf(topics);
        this.timeout = timeout;
    }

    /** @throws StartRefused if a topic is missing for too long, or has another number of partitions than configured */
    public void requireTopics() {
        try (var admin = Admin.create(connection)) {
            new StartPatience(timeout).await(() -> lack(admin));
        }
    }

    private Optional<StartRefused> lack(Admin admin) {
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
