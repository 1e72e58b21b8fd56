package dev.parley.engines.testing;

import java.io.IOException;
import java.util.List;

import dev.parley.engines.Topic;
import dev.parley.engines.Topics;

/** A broker that test classes share: each uses topics and groups of its own. */
public interface Kafka {

    String bootstrapServers();

    /** Makes topics; one that is there already is left as it is. */
    default void createTopics(List<Topic> topics) throws IOException, InterruptedException {
        Topics.create(bootstrapServers(), topics);
    }

    default void createTopic(String name, int partitions) throws IOException, InterruptedException {
        createTopics(List.of(new Topic(name, partitions)));
    }
}
