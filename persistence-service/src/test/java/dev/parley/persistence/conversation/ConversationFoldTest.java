package dev.parley.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Command;
import dev.parley.contracts.Command.CreateDirect;
import dev.parley.contracts.Command.DeleteMessage;
import dev.parley.contracts.Command.EditMessage;
import dev.parley.contracts.Command.MarkDelivered;
import dev.parley.contracts.Command.MarkRead;
import dev.parley.contracts.Command.SendMessage;
import dev.parley.contracts.CommandId;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Outcome.ConversationCreated;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import dev.parley.persistence.conversation.Outcome.MessageDeleted;
import dev.parley.persistence.conversation.Outcome.MessageEdited;
import dev.parley.persistence.conversation.Outcome.MessageRepeated;
import dev.parley.persistence.conversation.Outcome.MessageStored;
import dev.parley.persistence.conversation.Outcome.NothingToDo;
import dev.parley.persistence.conversation.Outcome.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationFoldTest {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final UserId EVE = new UserId("eve");
    private static final ConversationId ID = ConversationId.direct(ALICE, BOB);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final MessageId FIRST = messageId(1);
    private static final MessageId SECOND = messageId(2);

    private final ConversationFold fold = new ConversationFold(10, 5);
    private @Nullable Conversation conversation;

    @Test
    void createsTheConversationWithItsFirstMessage() {
        var outcomes = decide(ALICE, send(FIRST, "hello"));
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.getFirst()).isInstanceOfSatisfying(
                ConversationCreated.class, created -> assertThat(created.recipients()).containsOnly(ALICE, BOB));
        assertThat(outcomes.getLast()).isInstanceOfSatisfying(MessageStored.class, stored -> {
            assertThat(stored.message().seq()).isEqualTo(1);
            assertThat(stored.recipients()).containsOnly(ALICE, BOB);
        });
    }

    @Test
    void createsNothingWithAFirstMessageThatIsRefused() {
        assertThat(refusal(ALICE, send(FIRST, "eleven char"))).isEqualTo(ErrorCode.CHAT_MESSAGE_TOO_LONG);
        assertThat(conversation).isNull();
    }

    @Test
    void countsChangesWithoutHoles() {
        decide(ALICE, send(FIRST, "one"));
        decide(BOB, reply(SECOND, "two", null));
        decide(ALICE, new EditMessage(FIRST, new Content("uno")));
        decide(BOB, new DeleteMessage(SECOND));
        assertThat(now().headSeq()).isEqualTo(4);
        assertThat(message(FIRST).seq()).isEqualTo(1);
        assertThat(message(FIRST).text().changedSeq()).isEqualTo(3);
        assertThat(message(SECOND).seq()).isEqualTo(2);
        assertThat(message(SECOND).text().changedSeq()).isEqualTo(4);
    }

    @Test
    void answersARepeatedSendWithTheMessageAsItIsNow() {
        decide(ALICE, send(FIRST, "one"));
        decide(ALICE, new EditMessage(FIRST, new Content("uno")));
        assertThat(decide(ALICE, send(FIRST, "one"))).singleElement().isInstanceOfSatisfying(
                MessageRepeated.class,
                repeated -> assertThat(repeated.message().text().content()).isEqualTo(new Content("uno")));
        assertThat(now().headSeq()).isEqualTo(2);
    }

    @Test
    void refusesAnIdThatStandsForAnotherMessage() {
        decide(ALICE, send(FIRST, "one"));
        assertThat(refusal(ALICE, send(FIRST, "other"))).isEqualTo(ErrorCode.CHAT_MESSAGE_ID_CONFLICT);
        assertThat(refusal(BOB, reply(FIRST, "one", null))).isEqualTo(ErrorCode.CHAT_MESSAGE_ID_CONFLICT);
        assertThat(refusal(ALICE, reply(FIRST, "one", FIRST))).isEqualTo(ErrorCode.CHAT_MESSAGE_ID_CONFLICT);
    }

    @Test
    void refusesRecipientsThatDoNotMakeThisConversation() {
        assertThat(refusal(ALICE, new SendMessage(FIRST, new Content("hi"), ALICE, null)))
                .isEqualTo(ErrorCode.CHAT_RECIPIENT_INVALID);
        assertThat(refusal(ALICE, new SendMessage(FIRST, new Content("hi"), EVE, null)))
                .isEqualTo(ErrorCode.CHAT_INVALID_REQUEST);
    }

    @Test
    void tellsStrangersNothing() {
        assertThat(refusal(ALICE, reply(FIRST, "hi", null))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
        decide(ALICE, send(FIRST, "hi"));
        assertThat(refusal(EVE, reply(SECOND, "hi", null))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
        assertThat(refusal(EVE, new MarkRead(1))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
        assertThat(refusal(EVE, new EditMessage(FIRST, new Content("x"))))
                .isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
        assertThat(refusal(EVE, new DeleteMessage(FIRST))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
    }

    @Test
    void keepsRepliesWithinTheConversation() {
        decide(ALICE, send(FIRST, "hi"));
        assertThat(refusal(BOB, reply(SECOND, "re", messageId(9)))).isEqualTo(ErrorCode.CHAT_MESSAGE_NOT_FOUND);
        decide(BOB, reply(SECOND, "re", FIRST));
        assertThat(message(SECOND).replyTo()).isEqualTo(FIRST);
    }

    @Test
    void movesMarksForwardOnly() {
        decide(ALICE, send(FIRST, "one"));
        decide(ALICE, send(SECOND, "two"));
        assertThat(decide(BOB, new MarkDelivered(2))).singleElement().isInstanceOf(MarkMoved.class);
        assertThat(decide(BOB, new MarkDelivered(2))).containsExactly(new NothingToDo());
        assertThat(decide(BOB, new MarkDelivered(1))).containsExactly(new NothingToDo());
        assertThat(refusal(BOB, new MarkDelivered(3))).isEqualTo(ErrorCode.CHAT_MARK_INVALID);
        assertThat(refusal(BOB, new MarkRead(0))).isEqualTo(ErrorCode.CHAT_MARK_INVALID);
        assertThat(member(BOB).delivered().seq()).isEqualTo(2);
        assertThat(member(BOB).read().seq()).isZero();
    }

    @Test
    void takesWhatIsReadAsDelivered() {
        decide(ALICE, send(FIRST, "one"));
        assertThat(decide(BOB, new MarkRead(1))).singleElement().isInstanceOfSatisfying(
                MarkMoved.class, moved -> assertThat(moved.kind()).isEqualTo(MarkMoved.Kind.READ));
        assertThat(member(BOB).delivered().seq()).isEqualTo(1);
        assertThat(decide(BOB, new MarkDelivered(1))).containsExactly(new NothingToDo());
    }

    @Test
    void movesNoMarkBySending() {
        decide(ALICE, send(FIRST, "one"));
        assertThat(member(ALICE).delivered().seq()).isZero();
    }

    @Test
    void letsOnlyTheSenderChangeAMessage() {
        decide(ALICE, send(FIRST, "one"));
        assertThat(refusal(BOB, new EditMessage(FIRST, new Content("x")))).isEqualTo(ErrorCode.CHAT_NOT_THE_SENDER);
        assertThat(refusal(BOB, new DeleteMessage(FIRST))).isEqualTo(ErrorCode.CHAT_NOT_THE_SENDER);
        assertThat(decide(ALICE, new EditMessage(FIRST, new Content("x")))).singleElement()
                .isInstanceOf(MessageEdited.class);
        assertThat(decide(ALICE, new EditMessage(FIRST, new Content("x")))).containsExactly(new NothingToDo());
    }

    @Test
    void takesTheContentOfADeletedMessageForGood() {
        decide(ALICE, send(FIRST, "one"));
        assertThat(decide(ALICE, new DeleteMessage(FIRST))).singleElement().isInstanceOfSatisfying(
                MessageDeleted.class, deleted -> assertThat(deleted.message().text().content()).isNull());
        assertThat(decide(ALICE, new DeleteMessage(FIRST))).containsExactly(new NothingToDo());
        assertThat(refusal(ALICE, new EditMessage(FIRST, new Content("x"))))
                .isEqualTo(ErrorCode.CHAT_MESSAGE_NOT_FOUND);
    }

    @Test
    void createsADirectConversationOnce() {
        assertThat(decide(ALICE, new CreateDirect(BOB))).singleElement().isInstanceOf(ConversationCreated.class);
        assertThat(decide(BOB, new CreateDirect(ALICE))).containsExactly(new NothingToDo());
        assertThat(now().headSeq()).isZero();
        assertThat(refusal(ALICE, new CreateDirect(ALICE))).isEqualTo(ErrorCode.CHAT_RECIPIENT_INVALID);
        assertThat(refusal(ALICE, new CreateDirect(EVE))).isEqualTo(ErrorCode.CHAT_INVALID_REQUEST);
    }

    private List<Outcome> decide(UserId userId, Command.Body body) {
        var command = new Command(new CommandId(new UUID(0, 7)), userId, ID, NOW, null, body);
        var decision = fold.decide(conversation, command);
        conversation = decision.conversation();
        return decision.outcomes();
    }

    private @Nullable ErrorCode refusal(UserId userId, Command.Body body) {
        var before = conversation;
        var outcome = decide(userId, body).getFirst();
        assertThat(conversation).isEqualTo(before);
        return outcome instanceof Refused refused ? refused.code() : null;
    }

    private Conversation now() {
        return Objects.requireNonNull(conversation);
    }

    private StoredMessage message(MessageId messageId) {
        return Objects.requireNonNull(now().messages().get(messageId));
    }

    private Member member(UserId userId) {
        return Objects.requireNonNull(now().members().get(userId));
    }

    private static SendMessage send(MessageId messageId, String text) {
        return new SendMessage(messageId, new Content(text), BOB, null);
    }

    private static SendMessage reply(MessageId messageId, String text, @Nullable MessageId replyTo) {
        return new SendMessage(messageId, new Content(text), null, replyTo);
    }

    private static MessageId messageId(int number) {
        return new MessageId(new UUID(0, number));
    }
}
