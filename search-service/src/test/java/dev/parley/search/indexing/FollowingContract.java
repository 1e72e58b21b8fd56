package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.access.StartRefused;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.DeadLetterHeaders;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.search.index.Generation.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** From records on {@code chat.events} to hits, whichever engine they are found by. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FollowingContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> SETTINGS = Map.of("parley.search.max-lag", "5s");

    @TempDir
    private static Path folder;

    EventLog log;
    Instance instance;
    private Map<String, String> engine;

    UserId alice;
    UserId bob;
    ConversationId id;

    /** As {@link EngineSettings} has it. */
    abstract Map<String, String> emptyEngine();

    @BeforeAll
    void start() throws Exception {
        log = EventLog.in(folder);
        engine = emptyEngine();
        instance = Instance.start(log, engine, SETTINGS);
    }

    @BeforeEach
    void meet() {
        alice = new UserId("alice-" + UUID.randomUUID());
        bob = new UserId("bob-" + UUID.randomUUID());
        id = ConversationId.direct(alice, bob);
    }

    @AfterAll
    void stop() throws Exception {
        instance.close();
        log.close();
    }

    @Test
    void findsAMessageUntilItIsEditedOrDeleted() {
        var first = messageId();
        var second = messageId();
        log.append(Events.created(id, alice, bob));
        log.append(Events.stored(id, 1, alice, first, "the kettle boils"));
        log.append(Events.stored(id, 2, bob, second, "so does the teapot"));
        instance.awaitFound(alice, "kettle", "the kettle boils");
        instance.awaitFound(bob, "teapot", "so does the teapot");

        log.append(Events.edited(id, 3, 1, alice, first, "the cauldron boils"));
        log.append(Events.deleted(id, 4, 2, bob, second));
        instance.awaitFound(bob, "cauldron", "the cauldron boils");
        instance.awaitFound(bob, "kettle");
        instance.awaitFound(bob, "teapot");
    }

    @Test
    void showsToMembersOnlyWhatTheyMaySee() {
        var carol = new UserId("carol-" + UUID.randomUUID());
        log.append(Events.created(id, alice, bob));
        log.append(Events.stored(id, 1, alice, messageId(), "secret before"));
        log.append(Events.added(id, 2, carol));
        log.append(Events.stored(id, 3, alice, messageId(), "secret after"));
        instance.awaitFound(carol, "secret", "secret after");
        instance.awaitFound(bob, "secret", "secret after", "secret before");

        log.append(Events.removed(id, 4, carol));
        instance.awaitFound(carol, "secret");
        instance.awaitFound(bob, "secret", "secret after", "secret before");
    }

    @Test
    void endsAtTheNewestStateWhateverTheOrderAndHoweverOften() {
        var message = messageId();
        var other = messageId();
        var carol = new UserId("carol-" + UUID.randomUUID());
        var events = List.of(
                Events.created(id, alice, bob),
                Events.stored(id, 1, alice, message, "one version"),
                Events.edited(id, 2, 1, alice, message, "two version"),
                Events.stored(id, 3, alice, other, "other version"),
                Events.edited(id, 4, 1, alice, message, "three version"),
                Events.deleted(id, 5, 3, alice, other),
                Events.added(id, 6, carol),
                Events.removed(id, 7, carol),
                Events.removed(id, 8, bob, alice),
                Events.renamed(id, 9, alice));
        var random = new Random(7);
        var shuffled = new ArrayList<Event>();
        for (var time = 0; time < 3; time++) {
            var each = new ArrayList<>(events);
            Collections.shuffle(each, random);
            shuffled.addAll(each);
        }
        log.appendAll(shuffled);
        log.append(Events.stored(id, 10, alice, messageId(), "end of it"));
        instance.awaitFound(alice, "end", "end of it");
        assertThat(instance.find(alice, "version")).containsExactly("three version");
        assertThat(instance.find(bob, "version")).isEmpty();
        assertThat(instance.find(carol, "end")).isEmpty();
    }

    @Test
    void findsAMessageWellWithinASecond() {
        log.append(Events.created(id, alice, bob));
        log.append(Events.stored(id, 1, alice, messageId(), "warm up"));
        instance.awaitFound(alice, "warm", "warm up");
        var times = IntStream.rangeClosed(2, 11).mapToObj(seq -> {
            var began = System.nanoTime();
            log.append(Events.stored(id, seq, alice, messageId(), "numbered n" + seq));
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE)
                    .until(() -> !instance.find(alice, "n" + seq).isEmpty());
            return Duration.ofNanos(System.nanoTime() - began);
        }).sorted().toList();
        assertThat(times.get(times.size() / 2)).isLessThan(Duration.ofSeconds(1));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(instance.bean(Freshness.class).isStale()).isFalse();
            assertThat(instance.bean(Freshness.class).lag()).isLessThan(Duration.ofSeconds(5));
        });
        assertThat(instance.bean(MeterRegistry.class).get("parley.search.freshness").timer().count()).isPositive();
    }

    @Test
    void putsAsideWhatIsNoEventAndGoesOn() {
        var partition = EventLog.partition(id);
        var key = "key".getBytes(StandardCharsets.UTF_8);
        log.append(Events.created(id, alice, bob));
        log.append(Events.stored(id, 1, alice, messageId(), "poison before"));
        var garbage = log.append(partition, key, "no event".getBytes(StandardCharsets.UTF_8));
        log.append(partition, key, null);
        log.append(Events.stored(id, 2, alice, messageId(), "poison behind"));
        instance.awaitFound(alice, "poison", "poison behind", "poison before");

        var letter = awaitDead("not an Event: ");
        assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo(Integer.toString(partition));
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo(Long.toString(garbage.offset()));
        assertThat(letter.value()).isEqualTo("no event".getBytes(StandardCharsets.UTF_8));
        instance.awaitUpToDate();
        assertThat(instance.records("dead_lettered")).isGreaterThanOrEqualTo(1);
        assertThat(instance.records("skipped")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void sharesThePartitionsAndTakesThemOver() throws Exception {
        log.append(Events.created(id, alice, bob));
        var seq = 0;
        try (var other = Instance.start(log, engine, SETTINGS)) {
            await().atMost(PATIENCE).until(() -> log.followers(1) == 2);
            for (; seq < 50; seq++) {
                appendEverywhere(seq);
            }
            awaitFoundEverywhere(50);
            assertThat(other.generations(State.SERVING)).isEqualTo(instance.generations(State.SERVING));
            for (; seq < 100; seq++) {
                appendEverywhere(seq);
            }
        }
        appendEverywhere(seq);
        awaitFoundEverywhere(101);
        instance.awaitUpToDate();
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws Exception {
        log.append(Events.created(id, alice, bob));
        log.append(Events.stored(id, 1, alice, messageId(), "restart before"));
        instance.awaitFound(alice, "restart", "restart before");
        instance.awaitUpToDate();
        instance.close();
        log.append(Events.stored(id, 2, alice, messageId(), "restart meanwhile"));
        instance = Instance.start(log, engine, SETTINGS);
        log.append(Events.stored(id, 3, alice, messageId(), "restart after"));
        instance.awaitFound(alice, "restart", "restart after", "restart meanwhile", "restart before");
        instance.awaitUpToDate();
        assertThat(instance.recordsRead()).isEqualTo(2);
        assertThat(instance.generations(State.SERVING)).containsExactly(1);
    }

    @Test
    void answersFromTheMinuteBeforeItsStart() throws Exception {
        instance.awaitUpToDate();
        assertThat(instance.bean(Freshness.class).indexedAt())
                .isBetween(Instant.now().minusSeconds(10), Instant.now());
        assertThat(instance.bean(IndexingHealthIndicator.class).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void refusesToStartOnALogOfAnotherSize() {
        assertThatThrownBy(() -> Instance.start(log, engine, Map.of("parley.partitions", "5")))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessage("chat.events: 4 partitions (expected: 5, by parley.partitions; a count is final)");
    }

    private void appendEverywhere(int seq) {
        for (var partition = 0; partition < EventLog.PARTITIONS; partition++) {
            var friend = EventLog.friendIn(partition, alice);
            var there = ConversationId.direct(alice, friend);
            if (seq == 0) {
                log.append(Events.created(there, alice, friend));
            }
            log.append(Events.stored(there, seq + 1, alice, messageId(), "everywhere"));
        }
    }

    private void awaitFoundEverywhere(int each) {
        await().atMost(PATIENCE).until(
                () -> instance.find(alice, "everywhere").size() == each * EventLog.PARTITIONS);
    }

    /** The only one for that reason in the conversation's partition. */
    final ConsumerRecord<byte[], byte[]> awaitDead(String reason) {
        await().atMost(PATIENCE).until(() -> !dead(reason).isEmpty());
        assertThat(dead(reason)).hasSize(1);
        return dead(reason).getFirst();
    }

    private List<ConsumerRecord<byte[], byte[]>> dead(String reason) {
        return log.read(Topics.deadLettersOf(Topics.EVENTS)).stream()
                .filter(letter -> letter.partition() == EventLog.partition(id)
                        && header(letter, DeadLetterHeaders.REASON).startsWith(reason))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }

    static MessageId messageId() {
        return new MessageId(UUID.randomUUID());
    }
}
