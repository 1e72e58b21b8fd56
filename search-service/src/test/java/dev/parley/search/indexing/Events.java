package dev.parley.search.indexing;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Participants;
import java.time.Instant;
import java.util.Arrays;

/** Events as persistence publishes them. */
final class Events {

    /** A kind of event that nobody has thought of yet. */
    private static final int NEW_KIND = 99;

    private Events() {}

    static Event created(ConversationId id, UserId... members) {
        return event(id, 0).setConversationCreated(conversation(0, members)).build();
    }

    static Event renamed(ConversationId id, long seq, UserId... members) {
        return event(id, seq).setConversationRenamed(conversation(0, members)).build();
    }

    static Event stored(ConversationId id, long seq, UserId sender, MessageId messageId, String content) {
        return event(id, seq).setMessageStored(message(seq, seq, sender, messageId).setContent(content)).build();
    }

    static Event edited(ConversationId id, long seq, long born, UserId sender, MessageId messageId, String content) {
        return event(id, seq)
                .setMessageEdited(message(born, seq, sender, messageId).setContent(content).setEditedAt(now()))
                .build();
    }

    static Event deleted(ConversationId id, long seq, long born, UserId sender, MessageId messageId) {
        return event(id, seq).setMessageDeleted(message(born, seq, sender, messageId).setDeletedAt(now())).build();
    }

    static Event added(ConversationId id, long seq, UserId user) {
        return event(id, seq)
                .setParticipantsAdded(Participants.newBuilder().addParticipants(participant(user, seq)))
                .build();
    }

    static Event removed(ConversationId id, long seq, UserId user) {
        return event(id, seq).setParticipantRemoved(participant(user, 0)).build();
    }

    static Event removed(ConversationId id, long seq, UserId user, UserId successor) {
        return removed(id, seq, user).toBuilder().setSuccessor(participant(successor, 0)).build();
    }

    static Event changed(ConversationId id, long seq, UserId user, long joinedSeq) {
        return event(id, seq).setParticipantChanged(participant(user, joinedSeq)).build();
    }

    static Event ofANewKind(ConversationId id, long seq) {
        var body = UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.EMPTY).build();
        return event(id, seq).setUnknownFields(UnknownFieldSet.newBuilder().addField(NEW_KIND, body).build()).build();
    }

    /** A time that no database keeps. */
    static Event beforeAllTime(ConversationId id, long seq, UserId sender, MessageId messageId) {
        return event(id, seq)
                .setMessageStored(message(seq, seq, sender, messageId).setContent("old").setSentAt(Long.MIN_VALUE))
                .build();
    }

    private static Event.Builder event(ConversationId id, long seq) {
        return Event.newBuilder().setConversationId(id.toBytes()).setSeq(seq).setAt(now());
    }

    private static Message.Builder message(long seq, long changedSeq, UserId sender, MessageId messageId) {
        return Message.newBuilder()
                .setMessageId(messageId.toBytes())
                .setSeq(seq)
                .setChangedSeq(changedSeq)
                .setSenderId(sender.value())
                .setSentAt(now());
    }

    private static Conversation.Builder conversation(long joinedSeq, UserId... members) {
        var wire = Conversation.newBuilder();
        Arrays.stream(members).forEach(member -> wire.addParticipants(participant(member, joinedSeq)));
        return wire;
    }

    private static Participant.Builder participant(UserId user, long joinedSeq) {
        return Participant.newBuilder().setUserId(user.value()).setJoinedSeq(joinedSeq);
    }

    private static long now() {
        return Instant.now().toEpochMilli();
    }
}
