package dev.parley.persistence.writer;

import dev.parley.contracts.CommandCodec.Envelope;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Mark;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Receipt;
import dev.parley.contracts.wire.Rejection;
import dev.parley.persistence.conversation.Outcome;
import dev.parley.persistence.conversation.Outcome.Advanced;
import dev.parley.persistence.conversation.Outcome.ConversationCreated;
import dev.parley.persistence.conversation.Outcome.ConversationRenamed;
import dev.parley.persistence.conversation.Outcome.Joined;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import dev.parley.persistence.conversation.Outcome.MessageDeleted;
import dev.parley.persistence.conversation.Outcome.MessageEdited;
import dev.parley.persistence.conversation.Outcome.MessageRepeated;
import dev.parley.persistence.conversation.Outcome.MessageStored;
import dev.parley.persistence.conversation.Outcome.NothingToDo;
import dev.parley.persistence.conversation.Outcome.ParticipantRemoved;
import dev.parley.persistence.conversation.Outcome.ParticipantsAdded;
import dev.parley.persistence.conversation.Outcome.Refused;
import dev.parley.persistence.conversation.StoredMessage;
import dev.parley.persistence.conversation.StoredMessage.Text;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Outcomes as they travel. */
final class Encoding {

    private final Audiences audiences = new Audiences();

    /** Null where there is nothing to tell anyone. */
    @Nullable
    Delivery delivery(ConversationId conversationId, Outcome outcome) {
        return switch (outcome) {
            case ConversationCreated created ->
                event(conversationId, created.recipients(), MembershipEncoding.created(created));
            case MessageStored stored -> event(conversationId, stored.recipients(), stored(stored.message()));
            case MessageEdited edited -> event(conversationId, edited.recipients(), asItIs(edited.message()));
            case MessageDeleted deleted -> event(conversationId, deleted.recipients(), asItIs(deleted.message()));
            case MessageRepeated repeated -> Delivery.newBuilder()
                    .addRecipients(repeated.senderId().value())
                    .setRepeated(true)
                    .setEvent(asItIs(repeated.message()).setConversationId(conversationId.toBytes()))
                    .build();
            case ParticipantsAdded added ->
                event(conversationId, added.recipients(), MembershipEncoding.added(added));
            case Joined joined -> to(joined.recipients()).setJoined(MembershipEncoding.joined(joined)).build();
            case ParticipantRemoved removed ->
                event(conversationId, removed.recipients(), MembershipEncoding.removed(removed));
            case ConversationRenamed renamed ->
                event(conversationId, renamed.recipients(), MembershipEncoding.renamed(renamed));
            case Advanced advanced -> to(advanced.recipients())
                    .setAdvanced(dev.parley.contracts.wire.Advanced.newBuilder()
                            .setConversationId(conversationId.toBytes())
                            .setSeq(advanced.seq()))
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

    private Delivery event(ConversationId conversationId, Set<UserId> recipients, Event.Builder event) {
        return to(recipients).setEvent(event.setConversationId(conversationId.toBytes())).build();
    }

    private Delivery.Builder to(Set<UserId> recipients) {
        return Delivery.newBuilder().addAllRecipients(audiences.of(recipients));
    }

    private static Event.Builder event(long seq, Instant at) {
        return Event.newBuilder().setSeq(seq).setAt(at.toEpochMilli());
    }

    private static Event.Builder stored(StoredMessage message) {
        return event(message.seq(), message.birth().sentAt()).setMessageStored(message(message));
    }

    private static Event.Builder asItIs(StoredMessage message) {
        return switch (message.text()) {
            case Text.Original _ -> stored(message);
            case Text.Edited edited -> event(edited.changedSeq(), edited.at()).setMessageEdited(message(message));
            case Text.Deleted deleted -> event(deleted.changedSeq(), deleted.at()).setMessageDeleted(message(message));
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

    private Delivery receipt(ConversationId conversationId, MarkMoved moved) {
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
