package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Command;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway that is newer than this writer appends what only a newer writer knows. */
class UnknownCommandIT extends ServiceUnderTest {

    /** A kind of command, or of conversation, that nobody has thought of yet. */
    private static final UnknownFieldSet NEW_KIND = UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.EMPTY).build())
            .build();

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Writers writers;

    @Autowired
    private StoppedPartitions stopped;

    @Autowired
    private WritersHealthIndicator readiness;

    @Autowired
    private MeterRegistry meters;

    @Test
    void stopsItsPartitionAndNoOther() {
        stopsItsPartition(command -> command.setUnknownFields(NEW_KIND));
    }

    @Test
    void stopsItsPartitionForAConversationOfANewKindToo() {
        stopsItsPartition(command -> command.getCreateConversationBuilder().setUnknownFields(NEW_KIND));
    }

    private void stopsItsPartition(Consumer<Command.Builder> body) {
        var there = Log.friendIn(0, alice);
        var elsewhere = Log.friendIn(1, alice);
        try (var log = new Log()) {
            log.append(Log.send(alice, there, "before"));
            var unknown = log.append(ConversationId.direct(alice, there), ofANewKind(there, body));
            log.append(Log.send(alice, there, "behind it"));
            try {
                await().atMost(Duration.ofSeconds(20)).until(() -> stopped.contains(0));
                assertThat(stopped.at()).containsExactly(Map.entry(0, unknown.offset()));
                assertThat(stopped.health().getStatus()).isEqualTo(Status.DOWN);
                assertThat(readiness.health().getStatus()).isEqualTo(Status.UP);
                assertThat(meters.get("parley.writer.partitions.stopped").gauge().value()).isEqualTo(1);

                log.append(Log.send(alice, elsewhere, "goes on"));
                await().atMost(Duration.ofSeconds(20)).until(() -> !contents(elsewhere).isEmpty());
                assertThat(contents(there)).containsExactly("before");
                assertThat(nextOffset()).isEqualTo(unknown.offset());
                assertThat(refusals(unknown.offset())).isZero();
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    assertThat(gauge("parley.writer.lag.records")).isEqualTo(2);
                    assertThat(gauge("parley.writer.lag.records.max")).isEqualTo(2);
                    assertThat(gauge("parley.writer.lag")).isPositive();
                });
            } finally {
                stepOver(unknown.offset());
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> contents(there).contains("behind it"));
            assertThat(stopped.health().getStatus()).isEqualTo(Status.UP);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(gauge("parley.writer.lag.records")).isZero();
                assertThat(gauge("parley.writer.lag")).isZero();
            });
        }
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    /** As an operator who knows that nobody will ever know it. */
    private void stepOver(long offset) {
        writers.stop();
        jdbc.sql("UPDATE writer_progress SET next_offset = ? WHERE log_partition = 0").param(offset + 1).update();
        writers.start();
    }

    private byte[] ofANewKind(UserId friend, Consumer<Command.Builder> body) {
        var command = Command.newBuilder()
                .setCommandId(new MessageId(UUID.randomUUID()).toBytes())
                .setUserId(alice.value())
                .setConversationId(ConversationId.direct(alice, friend).toBytes());
        body.accept(command);
        return command.build().toByteArray();
    }

    private List<String> contents(UserId friend) {
        return jdbc.sql("SELECT content FROM messages WHERE conversation_id = ? ORDER BY seq")
                .param(ConversationId.direct(alice, friend).value())
                .query((row, _) -> row.getString("content"))
                .list();
    }

    private long nextOffset() {
        return jdbc.sql("SELECT next_offset FROM writer_progress WHERE log_partition = 0").query(Long.class).single();
    }

    private long refusals(long offset) {
        return jdbc.sql("SELECT count(*) FROM refusals WHERE log_partition = 0 AND log_offset = ?")
                .param(offset).query(Long.class).single();
    }
}
