package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Batch;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** A writer that is newer than this indexer appends what only a newer indexer knows. */
class UnknownEventIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> SETTINGS = Map.of("parley.search.max-lag", "3s");

    private final UserId alice = new UserId("alice");
    private final UserId there = EventLog.friendIn(0, alice);
    private final UserId elsewhere = EventLog.friendIn(1, alice);
    private final ConversationId stopping = ConversationId.direct(alice, there);
    private final ConversationId other = ConversationId.direct(alice, elsewhere);
    private final Map<String, String> engine = EngineSettings.postgres();

    @TempDir
    private Path folder;

    @Test
    void stopsItsPartitionUntilTheIndexIsStaleAndNoOther() throws Exception {
        try (var log = EventLog.in(folder)) {
            log.append(Events.created(stopping, alice, there));
            log.append(Events.created(other, alice, elsewhere));
            log.append(Events.stored(stopping, 1, alice, messageId(), "word before"));
            var unknown = log.append(Events.ofANewKind(stopping, 2));
            log.append(Events.stored(stopping, 3, alice, messageId(), "word behind"));
            try (var instance = Instance.start(log, engine, SETTINGS)) {
                var stopped = instance.bean(StoppedPartitions.class);
                await().atMost(PATIENCE).until(() -> stopped.contains(1, 0));
                assertThat(stopped.at()).containsExactly(Map.entry(0, unknown.offset()));
                assertThat(stopped.health().getStatus()).isEqualTo(Status.DOWN);
                assertThat(instance.bean(MeterRegistry.class).get("parley.search.partitions.stopped").gauge().value())
                        .isEqualTo(1);

                log.append(Events.stored(other, 1, alice, messageId(), "word elsewhere"));
                instance.awaitFound(alice, "word", "word elsewhere", "word before");
                await().atMost(PATIENCE).until(instance.bean(Freshness.class)::isStale);
                assertThat(instance.find(alice, "word")).containsExactly("word elsewhere", "word before");
                assertThat(instance.bean(IndexingHealthIndicator.class).health().getStatus()).isEqualTo(Status.UP);
                stepOver(instance, unknown.offset());
            }
            try (var newer = Instance.start(log, engine, SETTINGS)) {
                newer.awaitFound(alice, "word", "word elsewhere", "word behind", "word before");
                await().atMost(PATIENCE).until(() -> !newer.bean(Freshness.class).isStale());
            }
        }
    }

    /** As a newer version does that has read it. */
    private static void stepOver(Instance instance, long offset) {
        instance.bean(ServingIndex.class).current().index().apply(new Batch(List.of(), Map.of(0, offset + 1)));
    }

    private static MessageId messageId() {
        return new MessageId(UUID.randomUUID());
    }
}
