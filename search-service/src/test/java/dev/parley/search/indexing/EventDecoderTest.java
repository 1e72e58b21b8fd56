package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.search.index.Change;
import dev.parley.search.index.Change.Deleted;
import dev.parley.search.index.Change.Joined;
import dev.parley.search.index.Change.Left;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.text.AnalyzedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventDecoderTest {

    private static final AnalyzedText READ = new AnalyzedText(List.of("read"), Set.of());

    private final UserId alice = new UserId("alice");
    private final UserId bob = new UserId("bob");
    private final ConversationId id = ConversationId.direct(alice, bob);
    private final MessageId messageId = new MessageId(UUID.randomUUID());
    private final EventDecoder decoder = new EventDecoder(text -> {
        if (text.equals("breaks the analyzer")) {
            throw new IllegalStateException("no such word: " + text);
        }
        return READ;
    });

    @Test
    void showsAStoredMessage() {
        var event = Events.stored(id, 7, alice, messageId, "hello");
        assertThat(changes(event)).singleElement().isInstanceOfSatisfying(Shown.class, shown -> {
            assertThat(shown.text()).isEqualTo(READ);
            assertThat(shown.conversationId()).isEqualTo(id);
            assertThat(shown.seq()).isEqualTo(7);
            assertThat(shown.message().messageId()).isEqualTo(messageId);
            assertThat(shown.message().senderId()).isEqualTo(alice);
            assertThat(shown.message().content()).isEqualTo("hello");
            assertThat(shown.message().sentAt().toEpochMilli()).isEqualTo(event.getMessageStored().getSentAt());
            assertThat(shown.message().editedAt()).isNull();
            assertThat(shown.message().replyTo()).isNull();
        });
    }

    @Test
    void showsAnEditedMessageSinceItsEdit() {
        var event = Events.edited(id, 9, 7, alice, messageId, "hello again").toBuilder();
        event.getMessageEditedBuilder().setReplyTo(messageId.toBytes());
        assertThat(changes(event.build())).singleElement().isInstanceOfSatisfying(Shown.class, shown -> {
            assertThat(shown.seq()).isEqualTo(9);
            assertThat(shown.message().seq()).isEqualTo(7);
            assertThat(shown.message().editedAt()).isNotNull();
            assertThat(shown.message().replyTo()).isEqualTo(messageId);
        });
    }

    @Test
    void takesADeletedMessageAway() {
        assertThat(changes(Events.deleted(id, 9, 7, alice, messageId))).containsExactly(new Deleted(id, messageId, 9));
    }

    @Test
    void bringsInFoundersFromTheBeginning() {
        assertThat(changes(Events.created(id, alice, bob)))
                .containsExactly(new Joined(id, alice, 0, 0), new Joined(id, bob, 0, 0));
    }

    @Test
    void takesARenamedConversationsMembersAsOfItsNewTitle() {
        var event = Events.renamed(id, 12, alice, bob).toBuilder();
        event.getConversationRenamedBuilder().getParticipantsBuilder(1).setJoinedSeq(5);
        assertThat(changes(event.build()))
                .containsExactly(new Joined(id, alice, 12, 0), new Joined(id, bob, 12, 5));
    }

    @Test
    void followsMembersInAndOut() {
        assertThat(changes(Events.added(id, 3, bob))).containsExactly(new Joined(id, bob, 3, 3));
        assertThat(changes(Events.changed(id, 4, bob, 3))).containsExactly(new Joined(id, bob, 4, 3));
        assertThat(changes(Events.removed(id, 5, bob))).containsExactly(new Left(id, bob, 5));
    }

    @Test
    void keepsTheSuccessorOfAnOwnerWhoLeft() {
        assertThat(changes(Events.removed(id, 5, alice, bob)))
                .containsExactly(new Left(id, alice, 5), new Joined(id, bob, 5, 0));
    }

    @Test
    void skipsTombstones() {
        assertThat(decoder.decode(record((byte[]) null))).isInstanceOf(LoggedEvent.Skipped.class);
    }

    @Test
    void waitsAtAKindThatItDoesNotKnow() {
        assertThat(decode(Events.ofANewKind(id, 1))).isInstanceOfSatisfying(LoggedEvent.Unknown.class,
                unknown -> assertThat(unknown.reason())
                        .isEqualTo("an event with unknown fields [99] in place of a body"));
    }

    @Test
    void readsAKnownKindWithFieldsThatItDoesNotKnow() {
        var event = Events.added(id, 3, bob).toBuilder()
                .setUnknownFields(Events.ofANewKind(id, 3).getUnknownFields())
                .build();
        assertThat(changes(event)).containsExactly(new Joined(id, bob, 3, 3));
    }

    @Test
    void putsAsideWhatIsNoEvent() {
        assertThat(reason(decoder.decode(record("no event".getBytes(StandardCharsets.UTF_8)))))
                .startsWith("not an Event: ");
        assertThat(reason(decode(Event.newBuilder().setConversationId(id.toBytes()).build())))
                .isEqualTo("an event without a body");
        assertThat(reason(decode(Event.getDefaultInstance())))
                .isEqualTo("conversationId: 0 bytes (expected: 16)");
    }

    @Test
    void putsAsideWhatLacksItsIds() {
        var noMessage = Events.stored(id, 7, alice, messageId, "hello").toBuilder();
        noMessage.getMessageStoredBuilder().setMessageId(ByteString.EMPTY);
        assertThat(reason(decode(noMessage.build()))).isEqualTo("messageId: 0 bytes (expected: 16)");

        var noSender = Events.stored(id, 7, alice, messageId, "hello").toBuilder();
        noSender.getMessageStoredBuilder().setSenderId("");
        assertThat(reason(decode(noSender.build()))).startsWith("userId: 0 code points");

        var noSeq = Events.stored(id, 0, alice, messageId, "hello");
        assertThat(reason(decode(noSeq))).isEqualTo("seq of the message: 0 (expected: 1 or more)");

        var noContent = Events.stored(id, 7, alice, messageId, "hello").toBuilder();
        noContent.getMessageStoredBuilder().clearContent();
        assertThat(reason(decode(noContent.build())))
                .isEqualTo("a message without content that is not deleted");
    }

    @Test
    void tellsNothingOfATextThatBreaksTheAnalyzer() {
        assertThat(reason(decode(Events.stored(id, 7, alice, messageId, "breaks the analyzer"))))
                .isEqualTo("not readable: java.lang.IllegalStateException");
    }

    private List<Change> changes(Event event) {
        return ((LoggedEvent.Understood) decode(event)).changes();
    }

    private LoggedEvent decode(Event event) {
        return decoder.decode(record(event.toByteArray()));
    }

    private static String reason(LoggedEvent event) {
        return ((LoggedEvent.Dead) event).reason();
    }

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.EVENTS, 0, 0, new byte[0], value);
    }
}
