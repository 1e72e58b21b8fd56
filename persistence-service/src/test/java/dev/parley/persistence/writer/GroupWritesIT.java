package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Command;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.Title;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Participant;
import dev.parley.persistence.GatewayMailbox;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group of ann, who made it, ben and cat, each with a gateway of their own. */
class GroupWritesIT extends ServiceUnderTest {

    private final String run = UUID.randomUUID().toString();
    private final UserId ann = new UserId("ann-" + run);
    private final UserId ben = new UserId("ben-" + run);
    private final UserId cat = new UserId("cat-" + run);
    private final ConversationId id = ConversationId.group(ann, run);
    private final Log log = new Log();
    private final GatewayMailbox annsMailbox = new GatewayMailbox(REDIS.url());
    private final GatewayMailbox bensMailbox = new GatewayMailbox(REDIS.url());

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void create() {
        annsMailbox.route(ann);
        bensMailbox.route(ben);
        log.append(Log.command(ann, id, new Command.CreateGroup(new Title("Climbing"), List.of(ben, cat))));
    }

    @AfterEach
    void close() {
        annsMailbox.close();
        bensMailbox.close();
        log.close();
    }

    @Test
    void tellsEachMemberWhatHappenedWhileTheyWereInIt() throws Exception {
        say(ann, "one");
        log.append(Log.command(ann, id, new Command.RemoveParticipant(ben)));
        say(ann, "not for ben");
        log.append(Log.command(ann, id, new Command.AddParticipants(List.of(ben))));
        say(cat, "for all");
        awaitHead(5);
        await().untilAsserted(() -> assertThat(bensMailbox.deliveries()).extracting(GroupWritesIT::seq)
                .containsExactly(0L, 1L, 2L, 4L, 5L));
        await().untilAsserted(() -> assertThat(annsMailbox.deliveries()).extracting(GroupWritesIT::seq)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L));
        assertThat(bensMailbox.deliveries().get(3).getJoined().getParticipantCount()).isEqualTo(3);
        assertThat(jdbc.sql("""
            SELECT count(*) FROM messages m JOIN conversations c USING (conversation_id)
            WHERE conversation_id = ? AND m.changed_offset > 0 AND m.changed_offset <= c.changed_offset
            """).param(id.value()).query(Long.class).single()).isEqualTo(3);
    }

    @Test
    void publishesEachMemberUnderAKeyOfTheirOwn() throws Exception {
        var newcomers = List.of(new UserId("dan-" + run), new UserId("eve-" + run));
        log.append(Log.command(ann, id, new Command.AddParticipants(newcomers)));
        log.append(Log.command(ann, id, new Command.RemoveParticipant(ann)));
        awaitHead(2);
        await().untilAsserted(() -> assertThat(Log.events(id)).extracting(Event::getBodyCase).containsExactly(
                Event.BodyCase.CONVERSATION_CREATED,
                Event.BodyCase.PARTICIPANTS_ADDED,
                Event.BodyCase.PARTICIPANTS_ADDED,
                Event.BodyCase.PARTICIPANT_REMOVED,
                Event.BodyCase.PARTICIPANT_CHANGED));
        var events = Log.events(id);
        assertThat(events).extracting(Event::getSeq).containsExactly(0L, 1L, 1L, 2L, 2L);
        assertThat(events.subList(1, 3)).flatExtracting(event -> event.getParticipantsAdded().getParticipantsList())
                .extracting(Participant::getUserId)
                .containsExactlyElementsOf(newcomers.stream().map(UserId::value).toList());
        assertThat(events.getLast().getParticipantChanged().getUserId()).isEqualTo(ben.value());
    }

    @Test
    void tellsMarksToTheSendersWhoseMessagesTheyPassAndNotEachOne() {
        IntStream.rangeClosed(1, 20).forEach(number -> say(ann, "message " + number));
        say(ben, "and one of ben's");
        for (var seq = 1; seq <= 20; seq++) {
            log.append(Log.command(cat, id, new Command.MarkRead(seq)));
        }
        await().untilAsserted(() -> assertThat(receipts(annsMailbox)).last().isEqualTo(20L));
        assertThat(receipts(annsMailbox)).hasSizeLessThan(10).isSorted();
        assertThat(receipts(bensMailbox)).isEmpty();
        log.append(Log.command(cat, id, new Command.MarkRead(21)));
        await().untilAsserted(() -> assertThat(receipts(bensMailbox)).containsExactly(21L));
        assertThat(receipts(annsMailbox)).last().isEqualTo(20L);
    }

    private void say(UserId sender, String text) {
        log.append(Log.command(
                sender, id, new Command.SendMessage(new MessageId(UUID.randomUUID()), new Content(text), null, null)));
    }

    private void awaitHead(long seq) {
        await().untilAsserted(() -> assertThat(
                jdbc.sql("SELECT head_seq FROM conversations WHERE conversation_id = ?")
                        .param(id.value()).query(Long.class).list())
                .containsExactly(seq));
    }

    private static List<Long> receipts(GatewayMailbox mailbox) {
        return mailbox.deliveries().stream()
                .filter(Delivery::hasReceipt)
                .map(delivery -> delivery.getReceipt().getReadSeq())
                .toList();
    }

    private static long seq(Delivery delivery) {
        return switch (delivery.getBodyCase()) {
            case EVENT -> delivery.getEvent().getSeq();
            case JOINED -> delivery.getJoined().getSeq();
            default -> throw new AssertionError(delivery.getBodyCase());
        };
    }
}
