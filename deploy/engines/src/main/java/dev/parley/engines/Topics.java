package dev.parley.engines;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics on a cluster. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private Topics() {}

    /** Returns once all of them can be written to. A topic that is there already is left as it is. */
    public static void create(String bootstrapServers, Collection<Topic> topics)
            throws IOException, InterruptedException {
        var names = topics.stream().map(Topic::name).toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var created = admin.createTopics(topics.stream().map(Topics::asNew).toList());
            for (var each : created.values().values()) {
                await(each, TopicExistsException.class);
            }
            awaitLeaders(admin, names);
        } catch (TimeoutException e) {
            throw new IOException("topics " + names + ": not there after " + PATIENCE.toSeconds() + " s", e);
        }
    }

    /** What the controller has decided reaches the brokers a moment later. */
    private static void awaitLeaders(Admin admin, List<String> names)
            throws IOException, InterruptedException, TimeoutException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!haveLeaders(admin, names)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException();
            }
            Thread.sleep(POLL);
        }
    }

    private static boolean haveLeaders(Admin admin, List<String> names)
            throws IOException, InterruptedException, TimeoutException {
        var led = admin.describeTopics(names).allTopicNames().thenApply(Topics::haveLeaders);
        return await(led, UnknownTopicOrPartitionException.class).orElse(false);
    }

    private static boolean haveLeaders(Map<String, TopicDescription> topics) {
        return topics.values().stream().flatMap(topic -> topic.partitions().stream())
                .allMatch(partition -> partition.leader() != null);
    }

    private static NewTopic asNew(Topic topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(topic.config());
    }

    /** Empty if it failed as it may fail. */
    private static <T> Optional<T> await(KafkaFuture<T> future, Class<? extends Exception> expected)
            throws IOException, InterruptedException, TimeoutException {
        try {
            return Optional.ofNullable(future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw new IOException("topics: not made: " + e.getMessage(), e);
        }
    }
}
