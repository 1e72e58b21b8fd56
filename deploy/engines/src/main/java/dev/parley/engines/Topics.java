package dev.parley.engines;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics on a cluster. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Topics() {}

    /** Returns once all of them can be written to. A topic that is there already is left as it is. */
    public static void create(String bootstrapServers, Collection<Topic> topics)
            throws IOException, InterruptedException {
        var names = topics.stream().map(Topic::name).toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var created = admin.createTopics(topics.stream().map(Topics::asNew).toList());
            for (var each : created.values().values()) {
                await(each);
            }
            // What the controller has decided reaches the broker a moment later.
            await(admin.describeTopics(names).allTopicNames());
        } catch (TimeoutException e) {
            throw new IOException("topics " + names + ": not there after " + PATIENCE.toSeconds() + " s", e);
        }
    }

    private static NewTopic asNew(Topic topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(topic.config());
    }

    private static void await(KafkaFuture<?> future) throws IOException, InterruptedException, TimeoutException {
        try {
            future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("topics: not made: " + e.getMessage(), e);
            }
        }
    }
}
