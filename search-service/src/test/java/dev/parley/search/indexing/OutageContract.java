package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.engines.RunningEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The log and the index's engine go away and come back, with what they had. */
abstract class OutageContract {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration MAX_LAG = Duration.ofSeconds(3);

    private final UserId alice = new UserId("alice");
    private final UserId bob = new UserId("bob");
    private final ConversationId id = ConversationId.direct(alice, bob);

    @TempDir
    private Path folder;

    private Outage outage;
    private EventLog log;
    private Instance instance;

    /**
     * What is to go away.
     *
     * @param settings as {@link EngineSettings} has it
     */
    record Outage(RunningEngine<?> engine, Map<String, String> settings) {}

    /** One that no other test uses. */
    abstract Outage startEngine(Path empty) throws Exception;

    @BeforeEach
    void start() throws Exception {
        log = EventLog.in(folder.resolve("kafka"));
        outage = startEngine(folder.resolve("engine"));
        instance = Instance.start(
                log, outage.settings(), Map.of("parley.search.max-lag", MAX_LAG.toSeconds() + "s"));
        log.append(Events.created(id, alice, bob));
        log.append(Events.stored(id, 1, alice, messageId(), "outage before"));
        await().atMost(PATIENCE).until(() -> found() == 1);
    }

    @AfterEach
    void stop() throws Exception {
        instance.close();
        outage.engine().kill();
        log.close();
    }

    @Test
    void catchesUpOnceTheIndexIsBack() throws Exception {
        outage.engine().kill();
        IntStream.rangeClosed(2, 50)
                .forEach(seq -> log.append(Events.stored(id, seq, alice, messageId(), "outage meanwhile")));
        await().atMost(PATIENCE).until(instance.bean(Freshness.class)::isStale);
        await().atMost(PATIENCE).until(() -> health() == Status.DOWN);
        assertThat(instance.bean(MeterRegistry.class).get("parley.search.retries").counter().count()).isPositive();
        assertThat(instance.bean(Followers.class).trouble()).as("still members of the group").isEmpty();

        outage.engine().restart();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> found() == 50);
        await().atMost(PATIENCE).until(() -> !instance.bean(Freshness.class).isStale());
        await().atMost(PATIENCE).until(() -> health() == Status.UP);
        assertThat(instance.records("dead_lettered")).isZero();
    }

    @Test
    void goesOnAnsweringWhileKafkaIsAway() throws Exception {
        var freshness = instance.bean(Freshness.class);
        // The last look at the log has to know that all of it is in.
        await().atMost(PATIENCE).until(() -> freshness.missing() == 0 && freshness.lag().compareTo(MAX_LAG) < 0);
        log.broker().kill();
        var gone = instance.bean(Clock.class).instant();
        await().atMost(PATIENCE).until(
                () -> instance.bean(Clock.class).instant().isAfter(gone.plus(MAX_LAG.multipliedBy(2))));
        assertThat(freshness.isStale()).isFalse();
        assertThat(freshness.indexedAt()).isBeforeOrEqualTo(gone.plus(MAX_LAG));
        assertThat(found()).isEqualTo(1);

        log.broker().restart();
        log.append(Events.stored(id, 2, alice, messageId(), "outage after"));
        await().atMost(PATIENCE).until(() -> found() == 2);
        await().atMost(PATIENCE).until(() -> freshness.indexedAt().isAfter(gone.plus(MAX_LAG)));
        assertThat(freshness.isStale()).isFalse();
    }

    private int found() {
        return instance.find(alice, "outage").size();
    }

    private Status health() {
        return instance.bean(IndexingHealthIndicator.class).health().getStatus();
    }

    private static MessageId messageId() {
        return new MessageId(UUID.randomUUID());
    }
}
