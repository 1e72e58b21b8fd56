package dev.parley.contracts;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.contracts.Command.AddParticipants;
import dev.parley.contracts.Command.Body;
import dev.parley.contracts.Command.CreateDirect;
import dev.parley.contracts.Command.CreateGroup;
import dev.parley.contracts.Command.DeleteMessage;
import dev.parley.contracts.Command.EditMessage;
import dev.parley.contracts.Command.MarkDelivered;
import dev.parley.contracts.Command.MarkRead;
import dev.parley.contracts.Command.RemoveParticipant;
import dev.parley.contracts.Command.RenameConversation;
import dev.parley.contracts.Command.SendMessage;
import dev.parley.contracts.wire.CreateConversation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands to bytes and back: the one place where a record of {@code chat.commands} is read. */
public final class CommandCodec {

    /** What the bytes of a record turned out to be. */
    public sealed interface Decoded {

        record Understood(Command command) implements Decoded {}

        /** A kind that a newer gateway knows: to be kept until this reader is upgraded, never to be refused. */
        record UnknownKind(String reason) implements Decoded {}

        /** Not a command at all. With an envelope, its sender can be told. */
        record Malformed(String reason, @Nullable Envelope envelope) implements Decoded {}
    }

    /** Who sent a command, and where to. */
    public record Envelope(CommandId id, UserId userId, ConversationId conversationId) {}

    private CommandCodec() {}

    public static byte[] encode(Command command) {
        var wire = dev.parley.contracts.wire.Command.newBuilder()
                .setCommandId(command.id().toBytes())
                .setUserId(command.userId().value())
                .setConversationId(command.conversationId().toBytes())
                .setAcceptedAt(command.acceptedAt().toEpochMilli());
        if (command.sessionId() != null) {
            wire.setSessionId(command.sessionId());
        }
        encodeBody(command.body(), wire);
        return wire.build().toByteArray();
    }

    public static Decoded decode(byte[] bytes) {
        dev.parley.contracts.wire.Command wire;
        try {
            wire = dev.parley.contracts.wire.Command.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return new Decoded.Malformed("not a Command: " + e.getMessage(), null);
        }
        Envelope envelope;
        try {
            envelope = new Envelope(
                    CommandId.ofBytes(wire.getCommandId()),
                    new UserId(wire.getUserId()),
                    ConversationId.ofBytes(wire.getConversationId()));
        } catch (IllegalArgumentException e) {
            return new Decoded.Malformed(String.valueOf(e.getMessage()), null);
        }
        try {
            var body = decodeBody(wire);
            return body == null ? withoutBody(wire, envelope) : understood(wire, envelope, body);
        } catch (IllegalArgumentException e) {
            return new Decoded.Malformed(String.valueOf(e.getMessage()), envelope);
        }
    }

    private static Decoded understood(dev.parley.contracts.wire.Command wire, Envelope envelope, Body body) {
        return new Decoded.Understood(new Command(
                envelope.id(),
                envelope.userId(),
                envelope.conversationId(),
                Instant.ofEpochMilli(wire.getAcceptedAt()),
                wire.getSessionId().isEmpty() ? null : wire.getSessionId(),
                body));
    }

    /** It has no body, or one that is empty: what this reader does not know may stand there. */
    private static Decoded withoutBody(dev.parley.contracts.wire.Command wire, Envelope envelope) {
        var creates = wire.hasCreateConversation();
        var place = creates ? wire.getCreateConversation().getUnknownFields() : wire.getUnknownFields();
        var unknown = place.asMap().keySet();
        return unknown.isEmpty()
                ? new Decoded.Malformed(creates ? "a conversation of no kind" : "a command without a body", envelope)
                : new Decoded.UnknownKind("a command with unknown fields " + unknown + " in place of a body");
    }

    private static void encodeBody(Body body, dev.parley.contracts.wire.Command.Builder wire) {
        switch (body) {
            case SendMessage send -> wire.setSendMessage(encodeSend(send));
            case EditMessage edit -> wire.getEditMessageBuilder()
                    .setMessageId(edit.messageId().toBytes())
                    .setContent(edit.content().text());
            case DeleteMessage delete -> wire.getDeleteMessageBuilder().setMessageId(delete.messageId().toBytes());
            case MarkDelivered mark -> wire.getMarkDeliveredBuilder().setSeq(mark.seq());
            case MarkRead mark -> wire.getMarkReadBuilder().setSeq(mark.seq());
            case CreateDirect direct -> wire.getCreateConversationBuilder().getDirectBuilder()
                    .setParticipantId(direct.participantId().value());
            case CreateGroup group -> wire.getCreateConversationBuilder().getGroupBuilder()
                    .setTitle(group.title().text())
                    .addAllParticipantIds(texts(group.participantIds()));
            case AddParticipants add -> wire.getAddParticipantsBuilder().addAllUserIds(texts(add.userIds()));
            case RemoveParticipant remove -> wire.getRemoveParticipantBuilder().setUserId(remove.userId().value());
            case RenameConversation rename -> wire.getRenameConversationBuilder().setTitle(rename.title().text());
        }
    }

    private static dev.parley.contracts.wire.SendMessage encodeSend(SendMessage send) {
        var wire = dev.parley.contracts.wire.SendMessage.newBuilder()
                .setMessageId(send.messageId().toBytes())
                .setContent(send.content().text());
        if (send.recipientId() != null) {
            wire.setRecipientId(send.recipientId().value());
        }
        if (send.replyTo() != null) {
            wire.setReplyTo(send.replyTo().toBytes());
        }
        return wire.build();
    }

    private static @Nullable Body decodeBody(dev.parley.contracts.wire.Command wire) {
        return switch (wire.getBodyCase()) {
            case SEND_MESSAGE -> decodeSend(wire.getSendMessage());
            case EDIT_MESSAGE -> new EditMessage(
                    MessageId.ofBytes(wire.getEditMessage().getMessageId()),
                    new Content(wire.getEditMessage().getContent()));
            case DELETE_MESSAGE -> new DeleteMessage(MessageId.ofBytes(wire.getDeleteMessage().getMessageId()));
            case MARK_DELIVERED -> new MarkDelivered(wire.getMarkDelivered().getSeq());
            case MARK_READ -> new MarkRead(wire.getMarkRead().getSeq());
            case CREATE_CONVERSATION -> decodeCreation(wire.getCreateConversation());
            case ADD_PARTICIPANTS -> new AddParticipants(userIds(wire.getAddParticipants().getUserIdsList()));
            case REMOVE_PARTICIPANT -> new RemoveParticipant(new UserId(wire.getRemoveParticipant().getUserId()));
            case RENAME_CONVERSATION -> new RenameConversation(
                    new Title(wire.getRenameConversation().getTitle()));
            case BODY_NOT_SET -> null;
        };
    }

    private static SendMessage decodeSend(dev.parley.contracts.wire.SendMessage wire) {
        return new SendMessage(
                MessageId.ofBytes(wire.getMessageId()),
                new Content(wire.getContent()),
                wire.hasRecipientId() ? new UserId(wire.getRecipientId()) : null,
                wire.hasReplyTo() ? MessageId.ofBytes(wire.getReplyTo()) : null);
    }

    private static @Nullable Body decodeCreation(CreateConversation wire) {
        return switch (wire.getKindCase()) {
            case DIRECT -> new CreateDirect(new UserId(wire.getDirect().getParticipantId()));
            case GROUP -> new CreateGroup(
                    new Title(wire.getGroup().getTitle()), userIds(wire.getGroup().getParticipantIdsList()));
            case KIND_NOT_SET -> null;
        };
    }

    private static List<UserId> userIds(List<String> texts) {
        return texts.stream().map(UserId::new).toList();
    }

    private static List<String> texts(List<UserId> userIds) {
        return userIds.stream().map(UserId::value).toList();
    }
}
