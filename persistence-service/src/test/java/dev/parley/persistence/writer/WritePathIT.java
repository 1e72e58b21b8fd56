package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.parley.contracts.Command;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.DeadLetterHeaders;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.persistence.GatewayMailbox;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class WritePathIT extends ServiceUnderTest {

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final ConversationId conversationId = ConversationId.direct(alice, bob);

    private final Log log = new Log();
    private final GatewayMailbox mailbox = new GatewayMailbox(REDIS.url());

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void connectBob() {
        mailbox.route(bob);
    }

    @AfterEach
    void close() {
        mailbox.close();
        log.close();
    }

    @Test
    void storesPublishesAndPushesInTheOrderOfTheLog() throws Exception {
        IntStream.rangeClosed(1, 50).forEach(number -> log.append(Log.send(alice, bob, "message " + number)));
        awaitHead(50);

        assertThat(jdbc.sql("SELECT content FROM messages WHERE conversation_id = ? ORDER BY seq")
                .param(conversationId.value()).query(String.class).list())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(n -> "message " + n).toList());
        await().untilAsserted(() -> assertThat(storedSeqs(Log.events(conversationId)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList()));
        await().untilAsserted(() -> assertThat(storedSeqs(pushedEvents()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList()));
        assertThat(mailbox.deliveries()).allSatisfy(
                delivery -> assertThat(delivery.getRecipientsList()).containsExactly(bob.value()));
    }

    @Test
    void answersARepeatedSendToItsSenderAlone() throws Exception {
        var messageId = new MessageId(UUID.randomUUID());
        log.append(Log.send(alice, bob, "once", messageId));
        awaitHead(1);
        try (var aliceMailbox = new GatewayMailbox(REDIS.url())) {
            aliceMailbox.route(alice);
            log.append(Log.send(alice, bob, "once", messageId));
            await().untilAsserted(() -> assertThat(aliceMailbox.deliveries()).singleElement().satisfies(answer -> {
                assertThat(answer.getRepeated()).isTrue();
                assertThat(answer.getRecipientsList()).containsExactly(alice.value());
                assertThat(answer.getEvent().getMessageStored().getSeq()).isEqualTo(1);
            }));
        }
        assertThat(storedSeqs(Log.events(conversationId))).containsExactly(1L);
        assertThat(storedSeqs(pushedEvents())).containsExactly(1L);
    }

    @Test
    void refusesTheSameIdWithOtherContent() {
        var messageId = new MessageId(UUID.randomUUID());
        log.append(Log.send(alice, bob, "one thing", messageId));
        var conflict = log.append(Log.send(bob, alice, "another", messageId));
        await().untilAsserted(() -> assertThat(refusalAt(conflict.partition(), conflict.offset()))
                .containsExactly(ErrorCode.CHAT_MESSAGE_ID_CONFLICT.name()));
        await().untilAsserted(() -> assertThat(mailbox.deliveries()).anySatisfy(delivery -> assertThat(
                delivery.getRejection().getCode()).isEqualTo("CHAT_MESSAGE_ID_CONFLICT")));
    }

    @Test
    void movesMarksAndTellsOthers() {
        log.append(Log.send(alice, bob, "hello"));
        log.append(Log.command(alice, conversationId, new Command.MarkDelivered(1)));
        log.append(Log.command(alice, conversationId, new Command.MarkRead(1)));
        await().untilAsserted(() -> assertThat(mailbox.deliveries().stream().filter(Delivery::hasReceipt))
                .last()
                .satisfies(delivery -> {
                    assertThat(delivery.getReceipt().getReadSeq()).isEqualTo(1);
                    assertThat(delivery.getReceipt().getUserId()).isEqualTo(alice.value());
                }));
        assertThat(jdbc.sql("SELECT read_seq FROM participants WHERE conversation_id = ? AND user_id = ?")
                .params(conversationId.value(), alice.value()).query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void putsAPoisonRecordAsideAndGoesOn() {
        var poison = log.append(conversationId, "no command at all".getBytes(StandardCharsets.UTF_8));
        log.append(Log.send(alice, bob, "behind it"));
        awaitHead(1);
        assertThat(Log.read(Topics.deadLettersOf(Topics.COMMANDS))).anySatisfy(record -> assertThat(
                new String(record.headers().lastHeader(DeadLetterHeaders.OFFSET).value(), StandardCharsets.UTF_8))
                .isEqualTo(Long.toString(poison.offset())));
    }

    @Test
    void tellsTheSenderOfAPoisonRecordWhoCanBeRead() {
        var poison = log.append(conversationId, dev.parley.contracts.wire.Command.newBuilder()
                .setCommandId(new MessageId(UUID.randomUUID()).toBytes())
                .setUserId(bob.value())
                .setConversationId(conversationId.toBytes())
                .setSendMessage(dev.parley.contracts.wire.SendMessage.newBuilder().setMessageId(ByteString.EMPTY))
                .build().toByteArray());
        await().untilAsserted(() -> assertThat(refusalAt(poison.partition(), poison.offset()))
                .containsExactly(ErrorCode.CHAT_INTERNAL.name()));
        await().untilAsserted(() -> assertThat(mailbox.deliveries())
                .anySatisfy(delivery -> assertThat(delivery.getRejection().getCode()).isEqualTo("CHAT_INTERNAL")));
    }

    @Test
    void findsTheOneRecordOfABatchThatPostgresRefuses() {
        // PostgreSQL refuses this one for good, whatever is tried.
        jdbc.sql("ALTER TABLE messages ADD CONSTRAINT no_poison CHECK (content <> 'poison')").update();
        try {
            var commands = List.of("before", "poison", "after");
            var places = commands.stream().map(text -> log.append(Log.send(alice, bob, text))).toList();
            awaitHead(2);
            assertThat(jdbc.sql("SELECT content FROM messages WHERE conversation_id = ? ORDER BY seq")
                    .param(conversationId.value()).query(String.class).list())
                    .containsExactly("before", "after");
            await().untilAsserted(() -> assertThat(refusalAt(places.get(1).partition(), places.get(1).offset()))
                    .containsExactly(ErrorCode.CHAT_INTERNAL.name()));
        } finally {
            jdbc.sql("ALTER TABLE messages DROP CONSTRAINT no_poison").update();
        }
    }

    @Test
    void forgetsTheRoutesOfADeadGateway() {
        mailbox.die();
        log.append(Log.send(alice, bob, "to nobody's mailbox"));
        await().untilAsserted(() -> assertThat(mailbox.hasRoute(bob)).isFalse());
    }

    private void awaitHead(long seq) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                jdbc.sql("SELECT head_seq FROM conversations WHERE conversation_id = ?")
                        .param(conversationId.value()).query(Long.class).list())
                .containsExactly(seq));
    }

    private List<@Nullable String> refusalAt(int partition, long offset) {
        return jdbc.sql("SELECT code FROM refusals WHERE log_partition = ? AND log_offset = ?")
                .params(partition, offset).query(String.class).list();
    }

    private List<Event> pushedEvents() {
        return mailbox.deliveries().stream().filter(Delivery::hasEvent).map(Delivery::getEvent).toList();
    }

    private static List<Long> storedSeqs(List<Event> events) {
        return events.stream().filter(Event::hasMessageStored).map(Event::getSeq).toList();
    }
}
