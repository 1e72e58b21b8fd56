package dev.parley.gateway.commands;

import dev.parley.access.StartRefused;
import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds Kafka's partition counts to the configured one: with another count, conversations would change their place. */
final class TopicCheck {

    private static final Logger log = LoggerFactory.getLogger(TopicCheck.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Admin admin;
    private final int partitions;
    private final Duration timeout;

    TopicCheck(Admin admin, int partitions, Duration timeout) {
        this.admin = admin;
        this.partitions = partitions;
        this.timeout = timeout;
    }

    /** @throws StartRefused if a count differs, or is not to be had in time */
    void run() {
        var deadline = System.nanoTime() + timeout.toNanos();
        for (var topic : List.of(Topics.COMMANDS, Topics.EVENTS)) {
            var found = await(topic, deadline);
            if (found != partitions) {
                throw new StartRefused("topic " + topic + ": " + found + " partitions (expected: " + partitions
                        + ", by parley.partitions). A partition count is final: mend the setting.");
            }
        }
    }

    private int await(String topic, long deadline) {
        while (true) {
            try {
                var left = Math.max(1, deadline - System.nanoTime());
                var descriptions = admin.describeTopics(List.of(topic)).allTopicNames().get(left, TimeUnit.NANOSECONDS);
                return descriptions.values().iterator().next().partitions().size();
            } catch (ExecutionException e) {
                // A broker that is still on its way and a topic that nobody has made yet look alike: ask again.
                pauseBefore(deadline, topic, e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                throw refused(topic, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw refused(topic, e);
            }
        }
    }

    private void pauseBefore(long deadline, String topic, Throwable cause) {
        if (System.nanoTime() + PAUSE.toNanos() > deadline) {
            throw refused(topic, cause);
        }
        log.atInfo().addKeyValue(LogKeys.TOPIC, topic).log("waiting for Kafka: {}", cause.toString());
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(topic, e);
        }
    }

    private StartRefused refused(String topic, Throwable cause) {
        return new StartRefused(
                "topic " + topic + ": no answer about it within " + timeout.toSeconds()
                        + " s (expected: a topic of " + partitions
                        + " partitions at spring.kafka.bootstrap-servers). Services never create topics.",
                cause);
    }
}
