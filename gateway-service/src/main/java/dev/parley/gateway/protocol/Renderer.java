package dev.parley.gateway.protocol;

import dev.parley.contracts.CommandId;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Receipt;
import dev.parley.contracts.wire.Rejection;
import tools.jackson.core.JsonGenerator;

/** Turns what writers put into mailboxes into the events of the protocol. */
public final class Renderer {

    private Renderer() {}

    /** @throws IllegalArgumentException if an id in it is not one */
    public static Rendered render(Delivery delivery) {
        return switch (delivery.getBodyCase()) {
            case EVENT -> event(delivery.getEvent());
            case RECEIPT -> receipt(delivery.getReceipt());
            case REJECTION -> new Rendered.Shared(rejection(delivery.getRejection()));
            case JOINED -> ConversationView.joined(delivery.getJoined());
            case ADVANCED -> ConversationChanges.advanced(delivery.getAdvanced());
            case BODY_NOT_SET -> new Rendered.Unsayable("delivery " + delivery.getBodyCase());
        };
    }

    private static Rendered event(Event event) {
        return switch (event.getBodyCase()) {
            case MESSAGE_STORED -> message(ServerEventName.MESSAGE_NEW, event, event.getMessageStored());
            case MESSAGE_EDITED -> message(ServerEventName.MESSAGE_EDITED, event, event.getMessageEdited());
            case MESSAGE_DELETED -> message(ServerEventName.MESSAGE_DELETED, event, event.getMessageDeleted());
            case CONVERSATION_CREATED -> ConversationView.created(event);
            case CONVERSATION_RENAMED -> ConversationChanges.renamed(event);
            case PARTICIPANTS_ADDED -> ConversationChanges.added(event);
            case PARTICIPANT_REMOVED -> ConversationChanges.removed(event);
            // A succession is told with the removal that caused it.
            case PARTICIPANT_CHANGED, BODY_NOT_SET -> new Rendered.Unsayable("event " + event.getBodyCase());
        };
    }

    private static Rendered message(ServerEventName name, Event event, Message message) {
        var conversationId = ConversationId.ofBytes(event.getConversationId());
        return new Rendered.Shared(ServerEvent.of(name, json -> write(conversationId, message, json)));
    }

    private static void write(ConversationId conversationId, Message message, JsonGenerator json) {
        json.writeStringProperty("conversationId", conversationId.toString());
        json.writeNumberProperty("seq", message.getSeq());
        json.writeNumberProperty("changedSeq", message.getChangedSeq());
        json.writeStringProperty("messageId", MessageId.ofBytes(message.getMessageId()).toString());
        json.writeStringProperty("senderId", message.getSenderId());
        if (message.hasContent()) {
            json.writeStringProperty("content", message.getContent());
        } else {
            json.writeNullProperty("content");
        }
        if (message.hasReplyTo()) {
            json.writeStringProperty("replyTo", MessageId.ofBytes(message.getReplyTo()).toString());
        }
        json.writeStringProperty("sentAt", JsonData.time(message.getSentAt()));
        if (message.hasEditedAt()) {
            json.writeStringProperty("editedAt", JsonData.time(message.getEditedAt()));
        }
        if (message.hasDeletedAt()) {
            json.writeStringProperty("deletedAt", JsonData.time(message.getDeletedAt()));
        }
        json.writeStringProperty("status", "sent");
    }

    private static Rendered receipt(Receipt receipt) {
        return switch (receipt.getMoved()) {
            case MARK_DELIVERED -> mark(ServerEventName.MESSAGE_DELIVERED, receipt, receipt.getDeliveredSeq());
            case MARK_READ -> mark(ServerEventName.MESSAGE_READ, receipt, receipt.getReadSeq());
            case MARK_UNSPECIFIED, UNRECOGNIZED ->
                new Rendered.Unsayable("receipt of mark " + receipt.getMovedValue());
        };
    }

    private static Rendered mark(ServerEventName name, Receipt receipt, long seq) {
        var conversationId = ConversationId.ofBytes(receipt.getConversationId());
        return new Rendered.Shared(ServerEvent.of(name, json -> {
            json.writeStringProperty("conversationId", conversationId.toString());
            json.writeStringProperty("userId", receipt.getUserId());
            json.writeNumberProperty("seq", seq);
            json.writeStringProperty("at", JsonData.time(receipt.getAt()));
        }));
    }

    private static ServerEvent rejection(Rejection rejection) {
        var commandId = CommandId.ofBytes(rejection.getCommandId());
        var conversationId = ConversationId.ofBytes(rejection.getConversationId());
        return ServerEvent.of(ServerEventName.COMMAND_REJECTED, json -> {
            json.writeStringProperty("commandId", commandId.toString());
            json.writeStringProperty("conversationId", conversationId.toString());
            json.writeStringProperty("code", rejection.getCode());
            json.writeStringProperty("message", rejection.getMessage());
        });
    }
}
