package dev.parley.persistence.writer;

import dev.parley.contracts.wire.ConversationKind;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Participants;
import dev.parley.contracts.wire.Role;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.Member;
import dev.parley.persistence.conversation.Outcome.ConversationCreated;
import dev.parley.persistence.conversation.Outcome.ConversationRenamed;
import dev.parley.persistence.conversation.Outcome.Joined;
import dev.parley.persistence.conversation.Outcome.ParticipantRemoved;
import dev.parley.persistence.conversation.Outcome.ParticipantsAdded;
import dev.parley.persistence.conversation.Profile;
import java.time.Instant;

/** Conversations and their members as they travel. */
final class MembershipEncoding {

    private MembershipEncoding() {}

    static Event.Builder created(ConversationCreated created) {
        var conversation = created.conversation();
        return Event.newBuilder()
                .setAt(conversation.profile().createdAt().toEpochMilli())
                .setConversationCreated(whole(conversation));
    }

    static Event.Builder renamed(ConversationRenamed renamed) {
        return event(renamed.conversation().headSeq(), renamed.at())
                .setConversationRenamed(whole(renamed.conversation()));
    }

    static Event.Builder added(ParticipantsAdded added) {
        var participants = Participants.newBuilder();
        added.added().forEach(member -> participants.addParticipants(participant(member)));
        return event(added.seq(), added.at()).setParticipantsAdded(participants);
    }

    static Event.Builder removed(ParticipantRemoved removed) {
        var event = event(removed.departure().seq(), removed.at())
                .setParticipantRemoved(participant(removed.departure().member()));
        var successor = removed.successor();
        return successor == null ? event : event.setSuccessor(participant(successor));
    }

    static dev.parley.contracts.wire.Joined.Builder joined(Joined joined) {
        var conversation = joined.conversation();
        var wire = dev.parley.contracts.wire.Joined.newBuilder()
                .setConversationId(conversation.id().toBytes())
                .setSeq(conversation.headSeq())
                .setAt(joined.at().toEpochMilli())
                .setKind(kind(conversation))
                .setCreatedAt(conversation.profile().createdAt().toEpochMilli())
                .setParticipantCount(conversation.members().ids().size());
        if (conversation.profile() instanceof Profile.Group group) {
            wire.setTitle(group.title().text());
        }
        return wire;
    }

    /**
     * All there is to know of a conversation, its members included: on a compacted topic the newest of these records
     * is the only one that is left.
     */
    private static dev.parley.contracts.wire.Conversation.Builder whole(Conversation conversation) {
        var wire = dev.parley.contracts.wire.Conversation.newBuilder()
                .setKind(kind(conversation))
                .setCreatedAt(conversation.profile().createdAt().toEpochMilli());
        if (conversation.profile() instanceof Profile.Group group) {
            wire.setTitle(group.title().text());
        }
        conversation.members().present().values().forEach(member -> wire.addParticipants(participant(member)));
        return wire;
    }

    private static Event.Builder event(long seq, Instant at) {
        return Event.newBuilder().setSeq(seq).setAt(at.toEpochMilli());
    }

    private static ConversationKind kind(Conversation conversation) {
        return switch (conversation.profile()) {
            case Profile.Direct _ -> ConversationKind.CONVERSATION_KIND_DIRECT;
            case Profile.Group _ -> ConversationKind.CONVERSATION_KIND_GROUP;
        };
    }

    private static Participant.Builder participant(Member member) {
        return Participant.newBuilder()
                .setUserId(member.userId().value())
                .setRole(switch (member.role()) {
                    case MEMBER -> Role.ROLE_MEMBER;
                    case OWNER -> Role.ROLE_OWNER;
                })
                .setJoinedSeq(member.joinedSeq());
    }
}
