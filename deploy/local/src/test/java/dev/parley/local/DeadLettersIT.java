package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.CommandId;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.DeadLetterHeaders;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;

/** {@code ./parley dlt} over a running system, named by a file as a remote one would be. */
@ExtendWith(SharedStack.class)
class DeadLettersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UserId sender = new UserId("dead-" + UUID.randomUUID());
    private final UserId recipient = new UserId("letter-" + UUID.randomUUID());
    private final ConversationId conversation = ConversationId.direct(sender, recipient);
    private final SharedStack.Running running;
    private final Path target;
    private final Path folder;

    DeadLettersIT(SharedStack.Running running, @TempDir Path folder) throws Exception {
        this.running = running;
        this.folder = folder;
        this.target = folder.resolve("system.properties");
    }

    @BeforeEach
    void describeTheSystem() throws Exception {
        var database = running.stack().database();
        Files.writeString(folder.resolve("password"), database.password());
        Files.writeString(target, """
            kafka.bootstrap-servers=%s
            database.url=%s
            database.user=%s
            database.password-file=password
            """.formatted(running.stack().kafkaServers(), database.jdbcUrl(), database.username()));
    }

    @Test
    void givesACommandAnotherTryOnceWhatStoppedItIsGone() throws Exception {
        var messageId = new MessageId(UUID.randomUUID());
        var text = "never to be stored " + messageId;
        execute("ALTER TABLE messages ADD CONSTRAINT poison CHECK (content <> '" + text + "') NOT VALID");
        String place;
        try {
            var origin = send(messageId, text);
            place = awaitPlace(origin);
            send(new MessageId(UUID.randomUUID()), "the next");
            assertThat(dlt("replay", place).out()).contains("Replay? [y/N] Nothing was replayed");
            var tooEarly = dlt("replay", place, "--yes");
            assertThat(tooEarly.out()).contains(place + "  replayed as chat.commands:" + origin.partition())
                    .contains("put aside again");
            assertThat(tooEarly.status()).isEqualTo(1);
        } finally {
            execute("ALTER TABLE messages DROP CONSTRAINT poison");
        }
        assertThat(dlt("list").out()).contains("was itself a replay of " + place);

        var replayed = dlt("replay", place, "--yes");

        assertThat(replayed.out()).contains(place + "  replayed as chat.commands:").contains(": decided");
        assertThat(replayed.status()).isZero();
        assertThat(seqOf(messageId)).isEqualTo(2);
        // Its other dead letter is the same message, so that one is a repetition by now.
        assertThat(dlt("replay", "--all", "--yes").out()).contains(": decided");
        assertThat(dlt("replay", "--all", "--yes").out()).doesNotContain(": decided");
        assertThat(count(messageId)).isEqualTo(1);
    }

    @Test
    void tellsWhatItIsAndKeepsWhatItSaysUnlessAsked() throws Exception {
        var text = "for two pairs of eyes " + UUID.randomUUID();
        var messageId = new MessageId(UUID.randomUUID());
        execute("ALTER TABLE messages ADD CONSTRAINT private CHECK (content <> '" + text + "') NOT VALID");
        String place;
        try {
            place = awaitPlace(send(messageId, text));
        } finally {
            execute("ALTER TABLE messages DROP CONSTRAINT private");
        }

        var shown = dlt("show", place);

        assertThat(shown.out()).contains("send_message by " + sender.value() + ", conversation " + conversation
                + ", message " + messageId).contains("(" + text.length() + " code points; --content shows them)");
        assertThat(shown.out() + dlt("list").out()).doesNotContain(text);
        assertThat(dlt("show", place, "--content").out()).contains("content: " + text);
    }

    @Test
    void refusesToReplayWhatIsNoCommand() throws Exception {
        var place = awaitPlace(append(Topics.COMMANDS, "no command at all".getBytes(StandardCharsets.UTF_8), Map.of()));

        var refused = dlt("replay", place, "--yes");

        assertThat(refused.out()).contains(place + "  not replayed: it can't be read as a command")
                .contains("Nothing to replay");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(dlt("list").out()).contains("not readable, 17 bytes");
        assertThat(dlt("show", place, "--content").out()).contains("6e6f20636f6d6d616e64");
    }

    @Test
    void sendsWhoeverWantsAnEventReplayedToTheRebuild() throws Exception {
        var dead = append(Topics.deadLettersOf(Topics.EVENTS), new byte[]{1, 2, 3},
                DeadLetterHeaders.of("for a test", 7, 11));
        var place = dead.topic() + ":" + dead.partition() + ":" + dead.offset();

        assertThat(dlt("list").out()).contains(place).contains("from chat.events:7:11");
        assertThat(dlt("replay", place, "--yes").out()).contains("./parley reindex");
    }

    @Test
    void saysWhatItExpects() throws Exception {
        assertThat(dlt("show", "chat.commands:0:0").err()).contains("chat.commands: no topic of dead letters");
        assertThat(dlt("show", "chat.commands.dlt:0:999999").err()).contains("no dead letter there");
        assertThat(dlt("show", "nonsense").err()).contains("expected: TOPIC:PARTITION:OFFSET");
        assertThat(dlt("bury").status()).isEqualTo(2);
        assertThat(dlt("replay").status()).isEqualTo(2);
        assertThat(dlt("list", "--last", "0").status()).isEqualTo(2);
    }

    private Outcome dlt(String... words) {
        var line = new ArrayList<String>();
        line.add("dlt");
        line.addAll(List.of(words));
        line.addAll(List.of("--target", target.toString()));
        return Outcome.of(folder, line.toArray(String[]::new));
    }

    /** The dead letter of a record of {@code chat.commands}, as soon as there is one. */
    private String awaitPlace(RecordMetadata origin) {
        var form = Pattern.compile("(chat\\.commands\\.dlt:\\d+:\\d+) +\\S+ +from chat\\.commands:" + origin.partition()
                + ":" + origin.offset() + "\\n");
        return await().atMost(PATIENCE).until(() -> {
            var found = form.matcher(dlt("list").out());
            return found.find() ? found.group(1) : "";
        }, place -> !place.isEmpty());
    }

    private RecordMetadata send(MessageId messageId, String text) throws Exception {
        return append(Topics.COMMANDS, CommandCodec.encode(new Command(new CommandId(messageId.value()), sender,
                conversation, Instant.now(), null,
                new Command.SendMessage(messageId, new Content(text), recipient, null))), Map.of());
    }

    private RecordMetadata append(String topic, byte[] value, Map<String, byte[]> headers)
            throws ExecutionException, InterruptedException {
        var properties = Map.<String, Object>of("bootstrap.servers", running.stack().kafkaServers());
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            var partition = Topics.partition(conversation, producer.partitionsFor(topic).size());
            var record = new ProducerRecord<>(topic, partition, RecordKeys.command(conversation), value);
            headers.forEach(record.headers()::add);
            return producer.send(record).get();
        }
    }

    private void execute(String sql) throws Exception {
        try (var connection = running.stack().database().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long seqOf(MessageId messageId) throws Exception {
        return number("SELECT seq FROM messages WHERE message_id = ?", messageId);
    }

    private long count(MessageId messageId) throws Exception {
        return number("SELECT count(*) FROM messages WHERE message_id = ?", messageId);
    }

    private long number(String sql, MessageId messageId) throws Exception {
        try (var connection = running.stack().database().connect(); var query = connection.prepareStatement(sql)) {
            query.setObject(1, messageId.value());
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no row for message " + messageId);
                }
                return rows.getLong(1);
            }
        }
    }
}
