package dev.parley.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Command;
import dev.parley.contracts.Command.AddParticipants;
import dev.parley.contracts.Command.CreateDirect;
import dev.parley.contracts.Command.CreateGroup;
import dev.parley.contracts.Command.DeleteMessage;
import dev.parley.contracts.Command.EditMessage;
import dev.parley.contracts.Command.MarkDelivered;
import dev.parley.contracts.Command.MarkRead;
import dev.parley.contracts.Command.RemoveParticipant;
import dev.parley.contracts.Command.RenameConversation;
import dev.parley.contracts.Command.SendMessage;
import dev.parley.contracts.CommandId;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.Title;
import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Member.Role;
import dev.parley.persistence.conversation.Outcome.Advanced;
import dev.parley.persistence.conversation.Outcome.ConversationCreated;
import dev.parley.persistence.conversation.Outcome.ConversationRenamed;
import dev.parley.persistence.conversation.Outcome.Joined;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import dev.parley.persistence.conversation.Outcome.MessageEdited;
import dev.parley.persistence.conversation.Outcome.MessageStored;
import dev.parley.persistence.conversation.Outcome.NothingToDo;
import dev.parley.persistence.conversation.Outcome.ParticipantRemoved;
import dev.parley.persistence.conversation.Outcome.ParticipantsAdded;
import dev.parley.persistence.conversation.Outcome.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group of ann, who made it, ben and cat; there is room for two more. */
class GroupRulesTest {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CAT = new UserId("cat");
    private static final UserId DAN = new UserId("dan");
    private static final UserId EVE = new UserId("eve");
    private static final ConversationId ID = ConversationId.group(ANN, "key");
    private static final Title TITLE = new Title("Climbing");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final ConversationFold fold = new ConversationFold(10, 5);
    private @Nullable Conversation conversation;

    @BeforeEach
    void create() {
        assertThat(decide(ANN, new CreateGroup(TITLE, List.of(BEN, CAT, ANN, BEN)))).singleElement()
                .isInstanceOfSatisfying(ConversationCreated.class, created -> assertThat(created.recipients())
                        .containsExactlyInAnyOrder(ANN, BEN, CAT));
    }

    @Test
    void takesNoSeqAndMakesItsCreatorTheOwner() {
        assertThat(now().headSeq()).isZero();
        assertThat(now().profile()).isEqualTo(new Profile.Group(NOW, TITLE));
        assertThat(now().members().present().values()).allSatisfy(
                member -> assertThat(member.isOwner()).isEqualTo(member.userId().equals(ANN)));
        assertThat(now().members().present().values()).extracting(Member::joinedSeq).containsOnly(0L);
    }

    @Test
    void createsTheSameGroupOnce() {
        assertThat(decide(ANN, new CreateGroup(new Title("Another"), List.of(EVE)))).containsExactly(new NothingToDo());
        assertThat(refusal(EVE, new CreateGroup(TITLE, List.of()))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
    }

    @Test
    void refusesAGroupWhereADirectConversationIs() {
        var id = ConversationId.direct(ANN, BEN);
        var direct = fold.decide(null, command(ANN, id, new CreateDirect(BEN))).conversation();
        assertThat(fold.decide(direct, command(ANN, id, new CreateGroup(TITLE, List.of()))).outcomes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CHAT_INVALID_REQUEST));
    }

    @Test
    void refusesGroupCallsOnADirectConversation() {
        var id = ConversationId.direct(ANN, BEN);
        var direct = fold.decide(null, command(ANN, id, new CreateDirect(BEN))).conversation();
        for (var body : List.of(
                new AddParticipants(List.of(CAT)), new RemoveParticipant(ANN), new RenameConversation(TITLE))) {
            assertThat(fold.decide(direct, command(ANN, id, body)).outcomes()).singleElement()
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CHAT_NOT_ALLOWED));
        }
    }

    @Test
    void letsAnyMemberAddAndNoStranger() {
        send(ANN, 1);
        assertThat(refusal(EVE, new AddParticipants(List.of(EVE)))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
        var outcomes = decide(BEN, new AddParticipants(List.of(CAT, DAN, DAN)));
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.getFirst()).isInstanceOfSatisfying(ParticipantsAdded.class, added -> {
            assertThat(added.added()).extracting(Member::userId).containsExactly(DAN);
            assertThat(added.seq()).isEqualTo(2);
            assertThat(added.recipients()).containsExactlyInAnyOrder(ANN, BEN, CAT);
        });
        assertThat(outcomes.getLast()).isInstanceOfSatisfying(Joined.class, joined -> {
            assertThat(joined.recipients()).containsExactly(DAN);
            assertThat(joined.conversation().headSeq()).isEqualTo(2);
        });
        assertThat(member(DAN)).isEqualTo(Member.joining(DAN, Role.MEMBER, 2));
        assertThat(decide(ANN, new AddParticipants(List.of(DAN, BEN)))).containsExactly(new NothingToDo());
    }

    @Test
    void addsAllOrNoneWhereThereIsNoRoom() {
        var three = List.of(DAN, EVE, new UserId("fay"));
        assertThat(refusal(ANN, new AddParticipants(three))).isEqualTo(ErrorCode.CHAT_GROUP_FULL);
        assertThat(decide(ANN, new AddParticipants(List.of(DAN, EVE)))).hasSize(2);
        assertThat(refusal(ANN, new AddParticipants(three))).isEqualTo(ErrorCode.CHAT_GROUP_FULL);
        assertThat(decide(ANN, new AddParticipants(List.of(DAN)))).containsExactly(new NothingToDo());
        decide(DAN, new RemoveParticipant(DAN));
        assertThat(decide(ANN, new AddParticipants(List.of(DAN)))).hasSize(2);
    }

    @Test
    void letsOwnersRemoveOthersAndAnyoneLeave() {
        assertThat(refusal(BEN, new RemoveParticipant(CAT))).isEqualTo(ErrorCode.CHAT_NOT_ALLOWED);
        assertThat(decide(ANN, new RemoveParticipant(CAT))).singleElement()
                .isInstanceOfSatisfying(ParticipantRemoved.class, removed -> {
                    assertThat(removed.departure().member().userId()).isEqualTo(CAT);
                    assertThat(removed.departure().seq()).isEqualTo(1);
                    assertThat(removed.successor()).isNull();
                    assertThat(removed.recipients()).containsExactlyInAnyOrder(ANN, BEN, CAT);
                });
        assertThat(decide(ANN, new RemoveParticipant(CAT))).containsExactly(new NothingToDo());
        assertThat(refusal(CAT, new RemoveParticipant(CAT))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
        assertThat(refusal(CAT, message(1))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
        assertThat(decide(BEN, new RemoveParticipant(BEN))).hasSize(1);
        assertThat(now().members().ids()).containsExactly(ANN);
        assertThat(now().members().departed()).containsOnlyKeys(BEN, CAT);
    }

    @Test
    void handsOnToTheLongestMemberWhenTheLastOwnerLeaves() {
        decide(ANN, new RemoveParticipant(BEN));
        decide(ANN, new AddParticipants(List.of(BEN)));
        assertThat(decide(ANN, new RemoveParticipant(ANN))).singleElement().isInstanceOfSatisfying(
                ParticipantRemoved.class,
                removed -> assertThat(Objects.requireNonNull(removed.successor()).userId()).isEqualTo(CAT));
        assertThat(member(CAT).isOwner()).isTrue();
        decide(CAT, new RemoveParticipant(CAT));
        assertThat(member(BEN).isOwner()).isTrue();
        assertThat(decide(BEN, new RemoveParticipant(BEN))).singleElement().isInstanceOfSatisfying(
                ParticipantRemoved.class, removed -> assertThat(removed.successor()).isNull());
        assertThat(now().members().ids()).isEmpty();
        assertThat(refusal(ANN, new CreateGroup(TITLE, List.of()))).isEqualTo(ErrorCode.CHAT_CONVERSATION_NOT_FOUND);
    }

    @Test
    void letsOnlyOwnersRename() {
        assertThat(refusal(BEN, new RenameConversation(new Title("Ben's")))).isEqualTo(ErrorCode.CHAT_NOT_ALLOWED);
        assertThat(decide(ANN, new RenameConversation(new Title("Bouldering")))).singleElement()
                .isInstanceOfSatisfying(ConversationRenamed.class, renamed -> {
                    assertThat(renamed.conversation().headSeq()).isEqualTo(1);
                    assertThat(renamed.recipients()).hasSize(3);
                });
        assertThat(decide(ANN, new RenameConversation(new Title("Bouldering")))).containsExactly(new NothingToDo());
    }

    @Test
    void hidesWhatWasBeforeTheJoining() {
        send(ANN, 1);
        decide(ANN, new AddParticipants(List.of(DAN)));
        assertThat(refusal(DAN, new SendMessage(id(2), new Content("re"), null, id(1))))
                .isEqualTo(ErrorCode.CHAT_MESSAGE_NOT_FOUND);
        var outcomes = decide(ANN, new EditMessage(id(1), new Content("edited")));
        assertThat(outcomes).first().isInstanceOfSatisfying(
                MessageEdited.class,
                edited -> assertThat(edited.recipients()).containsExactlyInAnyOrder(ANN, BEN, CAT));
        assertThat(outcomes).last().isEqualTo(new Advanced(3, Set.of(DAN)));
        assertThat(decide(ANN, new DeleteMessage(id(1)))).last().isEqualTo(new Advanced(4, Set.of(DAN)));
    }

    @Test
    void startsAnewWhoComesBack() {
        send(BEN, 1);
        decide(BEN, new MarkRead(1));
        decide(BEN, new RemoveParticipant(BEN));
        decide(ANN, new AddParticipants(List.of(BEN)));
        assertThat(member(BEN)).isEqualTo(Member.joining(BEN, Role.MEMBER, 3));
        assertThat(now().members().departed()).isEmpty();
        assertThat(refusal(BEN, new EditMessage(id(1), new Content("x")))).isEqualTo(ErrorCode.CHAT_MESSAGE_NOT_FOUND);
        assertThat(decide(BEN, new MarkDelivered(2))).containsExactly(new NothingToDo());
    }

    @Test
    void tellsAMarkToItsMemberAndToThoseWhoseMessagesItPassed() {
        send(ANN, 1);
        send(BEN, 2);
        send(BEN, 3);
        assertThat(hearing(CAT, new MarkDelivered(1))).containsExactlyInAnyOrder(CAT, ANN);
        assertThat(hearing(CAT, new MarkDelivered(3))).containsExactlyInAnyOrder(CAT, BEN);
        assertThat(hearing(CAT, new MarkRead(3))).containsExactlyInAnyOrder(CAT, ANN, BEN);
        assertThat(hearing(ANN, new MarkRead(1))).containsExactly(ANN);
        decide(BEN, new RemoveParticipant(BEN));
        assertThat(hearing(ANN, new MarkRead(3))).containsExactly(ANN);
    }

    @Test
    void tellsNoMarkToSendersWhoCameBackAfterwards() {
        send(BEN, 1);
        decide(BEN, new RemoveParticipant(BEN));
        decide(ANN, new AddParticipants(List.of(BEN)));
        assertThat(hearing(CAT, new MarkRead(3))).containsExactly(CAT);
    }

    @Test
    void looksBackFromAMarkOnlySoFar() {
        send(BEN, 1);
        for (var number = 2; number <= SeqRange.MOST_PASSED + 1; number++) {
            send(ANN, number);
        }
        assertThat(hearing(CAT, new MarkRead(SeqRange.MOST_PASSED + 1))).containsExactlyInAnyOrder(CAT, ANN);
    }

    @Test
    void namesTheSameSetOfRecipientsForAsLongAsNobodyComesOrGoes() {
        var first = send(ANN, 1).recipients();
        decide(BEN, new MarkRead(1));
        assertThat(send(BEN, 2).recipients()).isSameAs(first);
        decide(ANN, new AddParticipants(List.of(DAN)));
        assertThat(send(BEN, 3).recipients()).isNotSameAs(first).contains(DAN);
    }

    private Set<UserId> hearing(UserId userId, Command.Body mark) {
        return ((MarkMoved) decide(userId, mark).getFirst()).recipients();
    }

    private MessageStored send(UserId userId, int number) {
        return (MessageStored) decide(userId, message(number)).getFirst();
    }

    private List<Outcome> decide(UserId userId, Command.Body body) {
        var decision = fold.decide(conversation, command(userId, ID, body));
        conversation = decision.conversation();
        return decision.outcomes();
    }

    private @Nullable ErrorCode refusal(UserId userId, Command.Body body) {
        var before = conversation;
        var outcome = decide(userId, body).getFirst();
        assertThat(conversation).isSameAs(before);
        return outcome instanceof Refused refused ? refused.code() : null;
    }

    private Conversation now() {
        return Objects.requireNonNull(conversation);
    }

    private Member member(UserId userId) {
        return Objects.requireNonNull(now().members().get(userId));
    }

    private static Command command(UserId userId, ConversationId id, Command.Body body) {
        return new Command(new CommandId(new UUID(0, 7)), userId, id, NOW, null, body);
    }

    private static SendMessage message(int number) {
        return new SendMessage(id(number), new Content("hello"), null, null);
    }

    private static MessageId id(int number) {
        return new MessageId(new UUID(0, number));
    }
}
