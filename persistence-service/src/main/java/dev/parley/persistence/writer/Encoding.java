package dev.parley.persistence.writer;

import dev.parley.contracts.CommandCodec.Envelope;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.ConversationKind;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Mark;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Receipt;
import dev.parley.contracts.wire.Rejection;
import dev.parley.contracts.wire.Role;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.Outcome;
import dev.parley.persistence.conversation.Outcome.ConversationCreated;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import dev.parley.persistence.conversation.Outcome.MessageDeleted;
import dev.parley.persistence.conversation.Outcome.MessageEdited;
import dev.parley.persistence.conversation.Outcome.MessageRepeated;
import dev.parley.persistence.conversation.Outcome.MessageStored;
import dev.parley.persistence.conversation.Outcome.NothingToDo;
import dev.parley.persistence.conversation.Outcome.Refused;
import dev.parley.persistence.conversation.StoredMessage;
import dev.parley.persistence.conversation.StoredMessage.Text;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Outcomes as they travel. */
final class Encoding {

    private Encoding() {}

    /** Null where there is nothing to tell anyone. */
    static @Nullable Delivery delivery(ConversationId conversationId, Outcome outcome) {
        return switch (outcome) {
            case ConversationCreated created -> to(created.recipients())
                    .setEvent(event(conversationId, 0, created.conversation().createdAt())
                            .setConversationCreated(conversation(created.conversation())))
                    .build();
            case MessageStored stored -> to(stored.recipients()).setEvent(stored(conversationId, stored.message()))
                    .build();
            case MessageEdited edited -> to(edited.recipients()).setEvent(asItIs(conversationId, edited.message()))
                    .build();
            case MessageDeleted deleted -> to(deleted.recipients()).setEvent(asItIs(conversationId, deleted.message()))
                    .build();
            case MessageRepeated repeated -> Delivery.newBuilder()
                    .addRecipients(repeated.senderId().value())
                    .setRepeated(true)
                    .setEvent(asItIs(conversationId, repeated.message()))
                    .build();
            case MarkMoved moved -> receipt(conversationId, moved);
            case Refused refused -> rejection(
                    new Envelope(refused.command().id(), refused.command().userId(), conversationId),
                    refused.code(),
                    refused.reason(),
                    refused.command().acceptedAt());
            case NothingToDo _ -> null;
        };
    }

    static Delivery rejection(Envelope envelope, ErrorCode code, String reason, Instant at) {
        return Delivery.newBuilder()
                .addRecipients(envelope.userId().value())
                .setRejection(Rejection.newBuilder()
                        .setCommandId(envelope.id().toBytes())
                        .setConversationId(envelope.conversationId().toBytes())
                        .setCode(code.name())
                        .setMessage(reason)
                        .setAt(at.toEpochMilli()))
                .build();
    }

    private static Delivery.Builder to(Collection<UserId> recipients) {
        var delivery = Delivery.newBuilder();
        for (var recipient : recipients) {
            delivery.addRecipients(recipient.value());
        }
        return delivery;
    }

    private static Event.Builder event(ConversationId conversationId, long seq, Instant at) {
        return Event.newBuilder().setConversationId(conversationId.toBytes()).setSeq(seq).setAt(at.toEpochMilli());
    }

    private static Event.Builder stored(ConversationId conversationId, StoredMessage message) {
        return event(conversationId, message.seq(), message.birth().sentAt()).setMessageStored(message(message));
    }

    private static Event.Builder asItIs(ConversationId conversationId, StoredMessage message) {
        return switch (message.text()) {
            case Text.Original _ -> stored(conversationId, message);
            case Text.Edited edited -> event(conversationId, edited.changedSeq(), edited.at())
                    .setMessageEdited(message(message));
            case Text.Deleted deleted -> event(conversationId, deleted.changedSeq(), deleted.at())
                    .setMessageDeleted(message(message));
        };
    }

    private static Message.Builder message(StoredMessage message) {
        var wire = Message.newBuilder()
                .setMessageId(message.messageId().toBytes())
                .setSeq(message.seq())
                .setChangedSeq(message.text().changedSeq())
                .setSenderId(message.senderId().value())
                .setSentAt(message.birth().sentAt().toEpochMilli());
        var content = message.text().content();
        if (content != null) {
            wire.setContent(content.text());
        }
        if (message.replyTo() != null) {
            wire.setReplyTo(message.replyTo().toBytes());
        }
        switch (message.text()) {
            case Text.Original _ -> {
                // Neither edited nor deleted: no time to tell.
            }
            case Text.Edited edited -> wire.setEditedAt(edited.at().toEpochMilli());
            case Text.Deleted deleted -> wire.setDeletedAt(deleted.at().toEpochMilli());
        }
        return wire;
    }

    private static dev.parley.contracts.wire.Conversation.Builder conversation(Conversation conversation) {
        var wire = dev.parley.contracts.wire.Conversation.newBuilder()
                .setKind(ConversationKind.CONVERSATION_KIND_DIRECT)
                .setCreatedAt(conversation.createdAt().toEpochMilli());
        for (var member : conversation.members().values()) {
            wire.addParticipants(Participant.newBuilder()
                    .setUserId(member.userId().value())
                    .setRole(Role.ROLE_MEMBER)
                    .setJoinedSeq(member.joinedSeq()));
        }
        return wire;
    }

    private static Delivery receipt(ConversationId conversationId, MarkMoved moved) {
        var delivery = to(moved.recipients()).setReceipt(Receipt.newBuilder()
                .setConversationId(conversationId.toBytes())
                .setUserId(moved.member().userId().value())
                .setDeliveredSeq(moved.member().delivered().seq())
                .setReadSeq(moved.member().read().seq())
                .setAt(moved.at().toEpochMilli())
                .setMoved(switch (moved.kind()) {
                    case DELIVERED -> Mark.MARK_DELIVERED;
                    case READ -> Mark.MARK_READ;
                }));
        if (moved.sessionId() != null) {
            delivery.setExceptSessionId(moved.sessionId());
        }
        return delivery.build();
    }
}
