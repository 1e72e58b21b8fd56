package dev.parley.gateway.commands;

import dev.parley.access.health.Sight;
import dev.parley.contracts.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.InterruptException;

/** Looks again and again whether Kafka answers, and whether all partitions of {@code chat.commands} have a leader. */
final class LogReach implements AutoCloseable {

    private final Admin admin;
    private final CommandSettings.Reach settings;
    private final Sight<Long> leaderless;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("log-reach").daemon().factory());

    LogReach(Admin admin, CommandSettings.Reach settings, Clock clock) {
        this.admin = admin;
        this.settings = settings;
        leaderless = new Sight<>(0L, clock, settings.patience());
        var every = settings.interval().toMillis();
        looks.scheduleWithFixedDelay(() -> leaderless.look(this::look), every, every, TimeUnit.MILLISECONDS);
    }

    /** Why what is sent here may not get into the log; empty if it may. */
    Optional<String> trouble() {
        return leaderless.trouble().map(trouble -> "Kafka " + trouble).or(() -> leaderless.last() == 0
                ? Optional.empty()
                : Optional.of(leaderless.last() + " partitions of " + Topics.COMMANDS + " have no leader"));
    }

    private long look() {
        var timeout = settings.interval().toMillis();
        try {
            return admin.describeTopics(List.of(Topics.COMMANDS))
                    .allTopicNames()
                    .get(timeout, TimeUnit.MILLISECONDS)
                    .values()
                    .stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .filter(LogReach::hasNoLeader)
                    .count();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not describe its topic: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer within " + timeout + " ms", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static boolean hasNoLeader(TopicPartitionInfo partition) {
        return partition.leader() == null || partition.leader().isEmpty();
    }

    @Override
    public void close() {
        looks.shutdownNow();
        admin.close(settings.interval());
    }
}
