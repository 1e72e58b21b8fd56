package dev.parley.contracts;

import com.google.protobuf.ByteString;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Notification;
import dev.parley.contracts.wire.Receipt;
import java.nio.ByteBuffer;

/**
 * Keys of records. On the compacted {@code chat.events} a key names the conversation and the entity within it, so that
 * the last state of every entity stays: {@code m} and a message id, {@code u} and a user id, or {@code c}.
 */
public final class RecordKeys {

    private static final ByteString MESSAGE = ByteString.copyFromUtf8("m");
    private static final ByteString MEMBER = ByteString.copyFromUtf8("u");
    private static final ByteString CONVERSATION = ByteString.copyFromUtf8("c");

    private RecordKeys() {}

    public static byte[] command(ConversationId conversationId) {
        return conversationId.toBytes().toByteArray();
    }

    /** @throws IllegalArgumentException if the event has no body, or names several members */
    public static byte[] event(Event event) {
        return event.getConversationId().concat(entity(event)).toByteArray();
    }

    /** What all events of a message are found by. */
    public static byte[] message(ConversationId conversationId, MessageId messageId) {
        return conversationId.toBytes().concat(MESSAGE).concat(messageId.toBytes()).toByteArray();
    }

    public static byte[] receipt(Receipt receipt) {
        return receipt.getConversationId().concat(member(receipt.getUserId())).toByteArray();
    }

    /** The same for the same message and user, so that whoever reads a notification twice can tell. */
    public static byte[] notification(Notification notification) {
        var seq = ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(notification.getSeq()).flip());
        return notification.getConversationId()
                .concat(seq)
                .concat(member(notification.getUserId()))
                .toByteArray();
    }

    private static ByteString entity(Event event) {
        return switch (event.getBodyCase()) {
            case MESSAGE_STORED -> MESSAGE.concat(event.getMessageStored().getMessageId());
            case MESSAGE_EDITED -> MESSAGE.concat(event.getMessageEdited().getMessageId());
            case MESSAGE_DELETED -> MESSAGE.concat(event.getMessageDeleted().getMessageId());
            case CONVERSATION_CREATED, CONVERSATION_RENAMED -> CONVERSATION;
            case PARTICIPANTS_ADDED -> {
                var added = event.getParticipantsAdded();
                if (added.getParticipantsCount() != 1) {
                    throw new IllegalArgumentException("participants in one record: " + added.getParticipantsCount()
                            + " (expected: 1, since each member is an entity of its own)");
                }
                yield member(added.getParticipants(0).getUserId());
            }
            case PARTICIPANT_REMOVED -> member(event.getParticipantRemoved().getUserId());
            case PARTICIPANT_CHANGED -> member(event.getParticipantChanged().getUserId());
            case BODY_NOT_SET -> throw new IllegalArgumentException("event without a body");
        };
    }

    private static ByteString member(String userId) {
        return MEMBER.concat(ByteString.copyFromUtf8(userId));
    }
}
