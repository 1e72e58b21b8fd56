package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;

/** What an operator is told of one message, here and by a description of a system elsewhere. */
@ExtendWith(SharedStack.class)
class TraceCommandIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET_WORDS = "gooseberries at midnight";

    private static final Pattern RECEIVED = Pattern.compile("chat\\.receipts \\d+@\\d+ +delivered to followed-bob");

    @TempDir
    Path folder;

    @Test
    void tellsEveryStationOfAMessage(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd()) {
            var alice = crowd.join("followed-alice", 0);
            var bob = crowd.join("followed-bob", 1);
            crowd.awaitCaughtUp(PATIENCE);
            var id = timed().toString();
            alice.say(new Target.Person(bob.user()), MessageId.parse(id), SECRET_WORDS);
            var conversation = ConversationId.direct(new UserId("followed-alice"), new UserId("followed-bob"));
            var told = await().atMost(PATIENCE).until(() -> here(running, id),
                    each -> each.out().contains(": found by its sender's search")
                            && RECEIVED.matcher(each.out()).find());

            assertThat(told.status()).as(told.toString()).isZero();
            assertThat(told.out()).startsWith("Message " + id + " in conversation " + conversation)
                    .containsPattern("chat\\.commands \\d+@\\d+ +send from followed-alice by session")
                    .containsPattern("PostgreSQL messages +seq \\d+ from followed-alice")
                    .containsPattern("chat\\.events \\d+@\\d+ +stored, change \\d+")
                    .containsPattern("mailbox \\d+-\\d+ +pushed to gateway .* for followed-bob")
                    .containsPattern("search index +generation \\d+: found")
                    .containsPattern("looked through: \\d+ records of chat\\.commands 12 partitions")
                    .doesNotContain("gooseberries");
            var elsewhere = elsewhere(running, id, conversation);
            assertThat(elsewhere.status()).as(elsewhere.toString()).isZero();
            assertThat(elsewhere.out())
                    .contains("content: " + SECRET_WORDS, "pushed to gateway", ": found by its sender's")
                    .containsPattern("looked through: \\d+ records of chat\\.commands partition \\d+,");
        }
    }

    @Test
    void findsInTheLogWhatNoDatabaseAnswersFor(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd()) {
            var carol = crowd.join("followed-carol", 0);
            crowd.awaitCaughtUp(PATIENCE);
            var id = carol.say(new dev.parley.load.wire.UserId("followed-dave"), SECRET_WORDS).toString();
            await().atMost(PATIENCE).until(carol::hasAnswers);
            var log = Files.writeString(folder.resolve("log.properties"),
                    "kafka.bootstrap-servers=" + running.stack().kafkaServers());

            var told = Outcome.of(folder.resolve("none"), "trace", id, "--target", log.toString());

            assertThat(told.out()).startsWith("Message " + id + " in conversation ")
                    .contains("send from followed-carol", "NOT LOOKED AT: PostgreSQL: ", "NOT LOOKED AT: facts,");
            assertThat(told.status()).isEqualTo(1);
        }
    }

    @Test
    void saysWhereItLookedForWhatIsNotThere(SharedStack.Running running) {
        var told = here(running, timed().toString());

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).contains("PostgreSQL", "no row", "records of chat.commands 12 partitions", "Not found:");
        assertThat(here(running, UUID.randomUUID().toString()).out())
                .containsPattern("\\d+ records of chat.commands 12");
        assertThat(here(running, "nonsense").status()).isEqualTo(2);
    }

    /** A UUIDv7, as clients are told to make them. */
    private static UUID timed() {
        var random = UUID.randomUUID();
        return new UUID(System.currentTimeMillis() << 16 | 0x7000 | random.getMostSignificantBits() & 0xfff,
                random.getLeastSignificantBits());
    }

    private static Outcome here(SharedStack.Running running, String id) {
        return Outcome.of(running.folder(), "trace", id);
    }

    /** The same stack, by a file that a data folder knows nothing of. */
    private Outcome elsewhere(SharedStack.Running running, String id, ConversationId conversation) throws Exception {
        var stack = running.stack();
        var database = stack.database();
        Files.writeString(folder.resolve("password"), database.password());
        var file = Files.writeString(folder.resolve("far.properties"), """
            gateways=%s
            rest=%s
            search=%s
            management.search=http://127.0.0.1:%d
            tokens.secret-file=%s
            kafka.bootstrap-servers=%s
            database.url=%s
            database.user=%s
            database.password-file=password
            redis.url=%s
            """.formatted(stack.gateway(1), stack.rest(), stack.search(),
                Addresses.management(stack.search().getPort()), stack.secretFile(), stack.kafkaServers(),
                database.jdbcUrl(), database.username(), stack.redisUrl()));
        return Outcome.of(folder.resolve("none"), "trace", id, "--conversation", conversation.toString(), "--content",
                "--target", file.toString());
    }
}
