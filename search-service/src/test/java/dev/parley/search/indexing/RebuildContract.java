package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.search.index.Batch;
import dev.parley.search.index.Generation.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The index is built again while it is in use, whichever engine it is in. */
abstract class RebuildContract {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int OLD = 4_000;
    /** As many as a search shows at once. */
    private static final int MOST_WRITTEN = 900;

    /** Two records a batch: slow enough to be seen at work. */
    private static final Map<String, String> SLOW = Map.of("parley.search.indexing.batch", "2");

    @TempDir
    private static Path folder;

    private static EventLog log;

    private Map<String, String> engine;
    private final UserId alice = new UserId("alice");

    /** As {@link EngineSettings} has it. */
    abstract Map<String, String> emptyEngine();

    @BeforeAll
    static void fillTheLog() throws Exception {
        log = EventLog.in(folder);
        var alice = new UserId("alice");
        var events = new ArrayList<Event>();
        for (var partition = 0; partition < EventLog.PARTITIONS; partition++) {
            var friend = EventLog.friendIn(partition, alice);
            var id = ConversationId.direct(alice, friend);
            events.add(Events.created(id, alice, friend));
            IntStream.rangeClosed(1, OLD / EventLog.PARTITIONS)
                    .mapToObj(seq -> Events.stored(
                            id, seq, alice, messageId(), seq == 1 ? "the kettle boils" : "said before"))
                    .forEach(events::add);
        }
        log.appendAll(events);
    }

    @BeforeEach
    void chooseEngine() {
        engine = emptyEngine();
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
    }

    @Test
    void servesOnWhileAnotherIsBuiltAndMissesNothing() throws Exception {
        var settings = Map.of("parley.search.indexing.keep-retired", "2s");
        try (var one = start(settings);
                var other = start(settings);
                var operator = new Operator(one);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            awaitUpToDate(one);
            assertThat(operator.get().body().get("building").isNull()).isTrue();
            assertThat(operator.get().body().get("serving").get("messages").asInt()).isEqualTo(OLD);

            var done = new CountDownLatch(1);
            var written = threads.submit(() -> writeUntil(done));
            var searched = threads.submit(() -> searchUntil(done, one, other));

            var begun = operator.post();
            assertThat(begun.status()).isEqualTo(200);
            assertThat(begun.body().get("building").get("number").asInt()).isEqualTo(2);
            var refused = operator.post();
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().get("message").asString())
                    .isEqualTo("generation 2 is being built (expected: none; DELETE gives it up)");

            await().atMost(PATIENCE).until(() -> isServing(one, 2) && isServing(other, 2));
            // Some more searches and events after the swap.
            await().atMost(PATIENCE).until(() -> one.generations(State.RETIRED).isEmpty());
            done.countDown();

            assertThat(searched.get()).as("searches that found all there was").isPositive();
            var count = written.get();
            await().atMost(PATIENCE).until(() -> one.find(alice, "meanwhile").size() == count);
            assertThat(other.find(alice, "meanwhile")).hasSize(count).doesNotHaveDuplicates();
            assertThat(operator.get().body().get("serving").get("messages").asInt()).isEqualTo(OLD + count);
            assertThat(operator.get().body().get("serving").get("number").asInt()).isEqualTo(2);
            assertThat(one.generations(State.SERVING)).containsExactly(2);
            assertThat(groups()).contains("parley-search-2").doesNotContain("parley-search-1");
        }
    }

    @Test
    void goesOnWithABuildThatEndedHalfway() throws Exception {
        try (var first = start(Map.of())) {
            awaitUpToDate(first);
        }
        var done = 0L;
        var total = 0L;
        try (var slow = start(SLOW); var operator = new Operator(slow)) {
            operator.post();
            await().atMost(PATIENCE).until(() -> operator.get().body().get("building").get("done").asLong() > 200);
            var building = operator.get().body().get("building");
            done = building.get("done").asLong();
            total = building.get("total").asLong();
        }
        assertThat(done).isBetween(200L, total - 500);
        try (var next = start(Map.of())) {
            await().atMost(PATIENCE).until(() -> isServing(next, 2));
            assertThat(next.find(alice, "kettle")).hasSize(EventLog.PARTITIONS);
            assertThat(next.bean(ServingIndex.class).current().index().size().messages()).isGreaterThanOrEqualTo(OLD);
            assertThat(read(next, "building") + read(next, "serving")).isPositive().isLessThanOrEqualTo(total - done);
        }
    }

    @Test
    void givesUpABuild() throws Exception {
        try (var first = start(Map.of())) {
            awaitUpToDate(first);
        }
        try (var slow = start(SLOW); var operator = new Operator(slow)) {
            assertThat(operator.delete().status()).isEqualTo(409);
            operator.post();
            await().atMost(PATIENCE).until(() -> operator.get().body().get("building").get("done").asLong() > 0);
            var building = operator.get().body().get("building");
            assertThat(building.get("percent").asDouble()).isBetween(0.0, 99.9);

            var given = operator.delete();
            assertThat(given.status()).isEqualTo(200);
            assertThat(given.body().get("building").isNull()).isTrue();
            // Nor does anybody go on with it.
            await().atMost(PATIENCE).until(() -> !groups().contains("parley-search-2"));
            assertThat(slow.bean(IndexingHealthIndicator.class).health().getStatus()).isEqualTo(Status.UP);
            assertThat(slow.generations(State.SERVING)).containsExactly(1);
            assertThat(slow.find(alice, "kettle")).hasSize(EventLog.PARTITIONS);
            assertThat(slow.bean(MeterRegistry.class).get("parley.search.records")
                    .tags("index", "building", "outcome", "dead_lettered").counter().count()).isZero();
        }
    }

    @Test
    void rollsOutOtherRulesByBuildingAgain() throws Exception {
        try (var plain = start(Map.of())) {
            awaitUpToDate(plain);
            assertThat(plain.find(alice, "kettles")).isEmpty();
        }
        try (var stemming = start(Map.of("parley.search.stemmer", "english"));
                var operator = new Operator(stemming)) {
            await().atMost(PATIENCE).until(() -> isServing(stemming, 1));
            var before = operator.get().body();
            assertThat(before.get("serving").get("textRules").asString()).isEqualTo("1");
            assertThat(before.get("configuredTextRules").asString()).isEqualTo("1:english");
            assertThat(stemming.find(alice, "kettles")).isEmpty();

            operator.post();
            await().atMost(PATIENCE).until(() -> isServing(stemming, 2));
            assertThat(operator.get().body().get("serving").get("textRules").asString()).isEqualTo("1:english");
            assertThat(stemming.find(alice, "kettles")).hasSize(EventLog.PARTITIONS);
            assertThat(stemming.generations(State.RETIRED)).containsExactly(1);
        }
        // Whoever comes next lets go of what the last one left behind.
        try (var next = start(Map.of("parley.search.indexing.keep-retired", "1s"))) {
            await().atMost(PATIENCE).until(() -> next.generations(State.RETIRED).isEmpty());
            assertThat(next.find(alice, "kettles")).hasSize(EventLog.PARTITIONS);
        }
    }

    @Test
    void buildsAgainWhatIsOfAnotherLog() throws Exception {
        try (var first = start(Map.of())) {
            awaitUpToDate(first);
            first.bean(ServingIndex.class).current().index().apply(new Batch(List.of(), Map.of(0, 1_000_000L)));
        }
        try (var next = start(Map.of()); var operator = new Operator(next)) {
            var health = next.bean(IndexingHealthIndicator.class);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(String.valueOf(health.health().getDetails()))
                    .contains("chat.events-0: the index goes on at offset 1000000 (expected: 0 to ")
                    .contains("build it again from this log: POST /actuator/reindex"));
            await().atMost(PATIENCE).until(() -> next.bean(Freshness.class).isStale());

            operator.post();
            await().atMost(PATIENCE).until(() -> isServing(next, 2));
            awaitUpToDate(next);
            await().atMost(PATIENCE).until(() -> health.health().getStatus() == Status.UP);
        }
    }

    private Instance start(Map<String, String> settings) {
        return Instance.start(log, engine, settings);
    }

    /** @return how many were written */
    private int writeUntil(CountDownLatch done) throws InterruptedException {
        var id = ConversationId.direct(alice, EventLog.friendIn(2, alice));
        var count = 0;
        do {
            count++;
            log.append(Events.stored(id, OLD + count, alice, messageId(), "meanwhile number " + count));
        } while (!done.await(20, TimeUnit.MILLISECONDS) && count < MOST_WRITTEN);
        return count;
    }

    /** @return how many searches there were; fails at the first that misses something */
    private int searchUntil(CountDownLatch done, Instance... instances) throws InterruptedException {
        var count = 0;
        do {
            var found = instances[count % instances.length].find(alice, "kettle");
            assertThat(found).hasSize(EventLog.PARTITIONS);
            count++;
        } while (!done.await(10, TimeUnit.MILLISECONDS));
        return count;
    }

    private void awaitUpToDate(Instance instance) {
        await().atMost(PATIENCE).until(() -> {
            var freshness = instance.bean(Freshness.class);
            return !freshness.isStale() && freshness.missing() == 0
                    && instance.find(alice, "kettle").size() == EventLog.PARTITIONS;
        });
    }

    private static boolean isServing(Instance instance, int number) {
        return instance.bean(ServingIndex.class).isServing(number);
    }

    private static double read(Instance instance, String index) {
        return instance.bean(MeterRegistry.class).get("parley.search.records.read").tag("index", index).counter()
                .count();
    }

    private static List<String> groups() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", log.bootstrapServers()))) {
            return admin.listGroups().all().get().stream().map(group -> group.groupId()).toList();
        }
    }

    private static MessageId messageId() {
        return new MessageId(UUID.randomUUID());
    }
}
