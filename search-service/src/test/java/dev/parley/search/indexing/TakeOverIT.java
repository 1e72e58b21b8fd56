package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.engines.Database;
import dev.parley.engines.process.Launch;
import dev.parley.engines.process.RunningProcess;
import dev.parley.engines.process.Signal;
import dev.parley.engines.testing.Engines;
import dev.parley.search.SearchApplication;
import dev.parley.search.index.Generation.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the work, and one of them, in a process of its own, dies the hard way. */
class TakeOverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The group misses a member after 6 s; the rest is for handing over on a busy machine. */
    private static final Duration PROMISED = Duration.ofSeconds(20);
    private static final int OLD = 400;
    /** In each partition. */
    private static final int NEW = 40;

    private final Database database = Engines.postgres().createDatabase();
    private final Map<String, String> engine = EngineSettings.postgres(database);
    private final UserId alice = new UserId("alice");

    @TempDir
    private Path folder;

    private EventLog log;
    private RunningProcess other;
    private Instance survivor;

    @BeforeEach
    void start() throws Exception {
        log = EventLog.in(folder.resolve("kafka"));
        log.appendAll(everywhere(0, OLD / EventLog.PARTITIONS, (id, seq) -> Events.stored(
                id, seq, alice, messageId(seq), "before number " + seq)));
        other = startAnother();
        survivor = Instance.start(log, engine, Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        survivor.close();
        other.kill();
        log.close();
    }

    @Test
    void goesOnWithWhatAnotherFollowedAndBuiltWhenItWasKilled() throws Exception {
        awaitShared(1);
        await().atMost(PATIENCE).until(() -> survivor.bean(Freshness.class).missing() == 0);
        holdTheBuild();
        try (var operator = new Operator(survivor)) {
            assertThat(operator.post().status()).isEqualTo(200);
        }
        awaitShared(2);
        change(0, NEW / 2);

        other.kill();
        var killed = System.nanoTime();
        assertThat(survivor.generations(State.BUILDING)).containsExactly(2);
        change(NEW / 2, NEW);

        await().atMost(PATIENCE).untilAsserted(this::assertComplete);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(PROMISED);
        releaseTheBuild();
        await().atMost(PATIENCE).until(() -> survivor.bean(ServingIndex.class).isServing(2));
        assertComplete();
        assertThat(survivor.bean(ServingIndex.class).current().index().size().messages())
                .isEqualTo(OLD + EventLog.PARTITIONS * NEW / 2);
    }

    /** It is filled, but does not get to serve. */
    private void holdTheBuild() throws SQLException {
        execute("CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''held''; END'");
        execute("CREATE TRIGGER hold BEFORE UPDATE ON generations FOR EACH STATEMENT EXECUTE FUNCTION hold()");
    }

    private void releaseTheBuild() throws SQLException {
        execute("DROP FUNCTION hold CASCADE");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each message is said, and then one of two is changed and the other taken back. */
    private void change(int from, int to) {
        var after = OLD / EventLog.PARTITIONS;
        for (var n = from; n < to; n++) {
            var born = after + 2 * n + 1;
            var isKept = n % 2 == 0;
            var text = "number " + n;
            log.appendAll(everywhere(born, born, (id, seq) -> Events.stored(
                    id, seq, alice, messageId(born), "stale " + text)));
            log.appendAll(everywhere(born + 1, born + 1, (id, seq) -> isKept
                    ? Events.edited(id, seq, born, alice, messageId(born), "fresh " + text)
                    : Events.deleted(id, seq, born, alice, messageId(born))));
        }
    }

    private void assertComplete() {
        assertThat(survivor.find(alice, "stale")).isEmpty();
        assertThat(survivor.find(alice, "fresh")).hasSize(EventLog.PARTITIONS * NEW / 2);
        assertThat(survivor.find(alice, "\"before number 1\"")).hasSize(EventLog.PARTITIONS);
    }

    private interface Saying {

        Event at(ConversationId id, long seq);
    }

    /** The same in a conversation of each partition; from 0 on means that it is made. */
    private List<Event> everywhere(int from, int to, Saying saying) {
        var events = new ArrayList<Event>();
        for (var partition = 0; partition < EventLog.PARTITIONS; partition++) {
            var friend = EventLog.friendIn(partition, alice);
            var id = ConversationId.direct(alice, friend);
            IntStream.rangeClosed(from, to)
                    .mapToObj(seq -> seq == 0 ? Events.created(id, alice, friend) : saying.at(id, seq))
                    .forEach(events::add);
        }
        return events;
    }

    private RunningProcess startAnother() throws IOException {
        var environment = new HashMap<String, String>();
        Instance.settings(log, engine, Map.of()).forEach((key, value) -> environment.put(
                key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                SearchApplication.class.getName());
        return new Launch("search", command, environment, folder, folder.resolve("search.log"), Signal.TERM)
                .startChild();
    }

    /** Both have a share of a generation's partitions. */
    private void awaitShared(int generation) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> log.followers(generation) == 2);
    }

    private static MessageId messageId(long number) {
        return new MessageId(new UUID(0, number));
    }
}
