package dev.parley.persistence.setup;

import dev.parley.access.StartRefused;
import dev.parley.contracts.TopicPlan;
import dev.parley.start.LogSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics that are not there. One that is there is never altered: its count of partitions is final. */
final class TopicMaker {

    private static final Logger log = LoggerFactory.getLogger(TopicMaker.class);
    private static final long PAUSE_MILLIS = 100;

    private final KafkaAdmin kafka;
    private final LogSettings topics;
    private final SetupSettings settings;

    TopicMaker(KafkaAdmin kafka, LogSettings topics, SetupSettings settings) {
        this.kafka = kafka;
        this.topics = topics;
        this.settings = settings;
    }

    /** @throws StartRefused if a topic is not to be had, or is there with another count of partitions */
    void make() {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            var deadline = System.nanoTime() + settings.timeout().toNanos();
            var made = admin.createTopics(TopicPlan.ALL.stream().map(this::topic).toList()).values();
            for (var topic : made.entrySet()) {
                var isNew = await(topic.getValue(), TopicExistsException.class, deadline);
                log.info("topic {}: {}", topic.getKey(), isNew ? "made" : "was there");
            }
            requirePartitions(admin, deadline);
        } catch (TimeoutException e) {
            throw new StartRefused("Kafka did not make the topics within " + settings.timeout(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }

    private NewTopic topic(TopicPlan plan) {
        return new NewTopic(plan.name(), Optional.of(topics.partitions()), settings.replication())
                .configs(settings.with(plan.settings()));
    }

    /** What the controller has decided reaches the brokers a moment later. */
    private void requirePartitions(Admin admin, long deadline) throws InterruptedException, TimeoutException {
        var names = TopicPlan.ALL.stream().map(TopicPlan::name).toList();
        while (!await(describe(admin, names), UnknownTopicOrPartitionException.class, deadline)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private KafkaFuture<?> describe(Admin admin, List<String> names) {
        return admin.describeTopics(names).allTopicNames().thenApply(found -> {
            found.values().forEach(topics::requireCountOf);
            return found;
        });
    }

    /** @return false if it failed as it may fail */
    private static boolean await(KafkaFuture<?> future, Class<? extends Exception> expected, long deadline)
            throws InterruptedException, TimeoutException {
        try {
            future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return false;
            }
            throw new StartRefused("topics: " + e.getCause(), e);
        }
    }
}
