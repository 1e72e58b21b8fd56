package dev.parley.persistence.conversation;

import static dev.parley.persistence.conversation.Outcome.MarkMoved.Kind.DELIVERED;
import static dev.parley.persistence.conversation.Outcome.MarkMoved.Kind.READ;

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
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Member.Mark;
import dev.parley.persistence.conversation.Outcome.ConversationCreated;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import dev.parley.persistence.conversation.Outcome.MessageDeleted;
import dev.parley.persistence.conversation.Outcome.MessageEdited;
import dev.parley.persistence.conversation.Outcome.MessageRepeated;
import dev.parley.persistence.conversation.Outcome.MessageStored;
import dev.parley.persistence.conversation.Outcome.NothingToDo;
import dev.parley.persistence.conversation.Outcome.Refused;
import dev.parley.persistence.conversation.StoredMessage.Birth;
import dev.parley.persistence.conversation.StoredMessage.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands, one after another: {@code (conversation, command) -> (conversation, outcomes)}. The same commands
 * over the same conversation come to the same outcomes, however they are cut into batches and however often a batch is
 * begun again.
 */
public final class ConversationFold {

    private final int maxCodePoints;

    /** @param maxCodePoints of a message's content: what is longer could not be published once committed */
    public ConversationFold(int maxCodePoints) {
        this.maxCodePoints = maxCodePoints;
    }

    /** Kinds that this fold decides; a record of another kind has to wait for a writer that knows it. */
    public static boolean knows(Command.Body body) {
        return switch (body) {
            case SendMessage _,EditMessage _,DeleteMessage _,MarkDelivered _,MarkRead _,CreateDirect _ -> true;
            case CreateGroup _,AddParticipants _,RemoveParticipant _,RenameConversation _ -> false;
        };
    }

    /**
     * @param conversation null where there is none under the command's conversation id
     * @throws IllegalArgumentException if this fold does not {@linkplain #knows know} the kind
     */
    public Decision decide(@Nullable Conversation conversation, Command command) {
        try {
            return switch (command.body()) {
                case SendMessage send -> send(conversation, command, send);
                case CreateDirect create -> createDirect(conversation, command, create);
                case EditMessage edit -> edit(memberView(conversation, command), command, edit);
                case DeleteMessage delete -> delete(memberView(conversation, command), command, delete);
                case MarkDelivered mark -> mark(memberView(conversation, command), command, mark.seq(), DELIVERED);
                case MarkRead mark -> mark(memberView(conversation, command), command, mark.seq(), READ);
                case CreateGroup _,AddParticipants _,RemoveParticipant _,RenameConversation _ ->
                    throw new IllegalArgumentException(
                            "command kind: " + command.body().getClass().getSimpleName() + " (expected: a known one)");
            };
        } catch (Refusal refusal) {
            return Decision.of(conversation, new Refused(command, refusal.code(), refusal.reason()));
        }
    }

    private Decision send(@Nullable Conversation conversation, Command command, SendMessage send) {
        var recipient = send.recipientId();
        if (recipient != null) {
            requireDirectWith(recipient, command);
        }
        if (conversation != null || recipient == null) {
            return post(memberView(conversation, command), command, send);
        }
        var created = Conversation.direct(command.conversationId(), command.acceptedAt(), command.userId(), recipient);
        var posted = post(new MemberView(created, command.userId()), command, send);
        return new Decision(posted.conversation(), prepend(creation(created), posted.outcomes()));
    }

    private Decision post(MemberView view, Command command, SendMessage send) {
        var conversation = view.conversation();
        var fingerprint = send.content().fingerprint(send.replyTo());
        var known = conversation.messages().get(send.messageId());
        if (known != null) {
            if (!known.senderId().equals(command.userId()) || !known.birth().isOf(fingerprint)) {
                throw new Refusal(
                        ErrorCode.CHAT_MESSAGE_ID_CONFLICT,
                        "messageId: " + send.messageId() + " stands for another message of this conversation");
            }
            return Decision.of(conversation, new MessageRepeated(known, command.userId()));
        }
        requireLength(send.content());
        if (send.replyTo() != null) {
            view.message(send.replyTo());
        }
        var birth = new Birth(fingerprint, command.acceptedAt());
        var message = StoredMessage.born(
                send.messageId(), conversation.nextSeq(), command.userId(), birth, send.content(), send.replyTo());
        return Decision.of(conversation.with(message), new MessageStored(message, conversation.members().keySet()));
    }

    private static Decision createDirect(@Nullable Conversation conversation, Command command, CreateDirect create) {
        requireDirectWith(create.participantId(), command);
        if (conversation != null) {
            return Decision.of(conversation, new NothingToDo());
        }
        var created = Conversation.direct(
                command.conversationId(), command.acceptedAt(), command.userId(), create.participantId());
        return Decision.of(created, creation(created));
    }

    private Decision edit(MemberView view, Command command, EditMessage edit) {
        var conversation = view.conversation();
        var message = view.ownMessage(edit.messageId());
        if (message.text() instanceof Text.Deleted) {
            throw new Refusal(ErrorCode.CHAT_MESSAGE_NOT_FOUND, "messageId: " + edit.messageId() + " is deleted");
        }
        requireLength(edit.content());
        if (edit.content().equals(message.text().content())) {
            return Decision.of(conversation, new NothingToDo());
        }
        var edited = message.with(new Text.Edited(edit.content(), conversation.nextSeq(), command.acceptedAt()));
        return Decision.of(conversation.with(edited), new MessageEdited(edited, conversation.members().keySet()));
    }

    private static Decision delete(MemberView view, Command command, DeleteMessage delete) {
        var conversation = view.conversation();
        var message = view.ownMessage(delete.messageId());
        if (message.text() instanceof Text.Deleted) {
            return Decision.of(conversation, new NothingToDo());
        }
        var deleted = message.with(new Text.Deleted(conversation.nextSeq(), command.acceptedAt()));
        return Decision.of(conversation.with(deleted), new MessageDeleted(deleted, conversation.members().keySet()));
    }

    private static Decision mark(MemberView view, Command command, long seq, MarkMoved.Kind kind) {
        var conversation = view.conversation();
        if (seq < 1 || seq > conversation.headSeq()) {
            throw new Refusal(
                    ErrorCode.CHAT_MARK_INVALID,
                    "seq: " + seq + " (expected: 1 to " + conversation.headSeq() + ", the newest change)");
        }
        var mark = new Mark(seq, command.acceptedAt());
        var moved = kind == READ ? view.member().withRead(mark) : view.member().withDelivered(mark);
        if (moved.equals(view.member())) {
            return Decision.of(conversation, new NothingToDo());
        }
        return Decision.of(
                conversation.with(moved),
                new MarkMoved(
                        moved, kind, command.acceptedAt(), command.sessionId(), conversation.members().keySet()));
    }

    private static ConversationCreated creation(Conversation created) {
        return new ConversationCreated(created, created.members().keySet());
    }

    private static List<Outcome> prepend(Outcome first, List<Outcome> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** One answer for "there is none" and "you are not in it": the difference is nobody's business. */
    private static MemberView memberView(@Nullable Conversation conversation, Command command) {
        if (conversation == null || !conversation.members().containsKey(command.userId())) {
            throw new Refusal(
                    ErrorCode.CHAT_CONVERSATION_NOT_FOUND,
                    "conversationId: " + command.conversationId() + " (expected: a conversation that you are in)");
        }
        return new MemberView(conversation, command.userId());
    }

    /** The id decides the partition and the row, so it is not taken on trust. */
    private static void requireDirectWith(UserId recipient, Command command) {
        if (recipient.equals(command.userId())) {
            throw new Refusal(ErrorCode.CHAT_RECIPIENT_INVALID, "recipientId: oneself (expected: another user)");
        }
        var expected = ConversationId.direct(command.userId(), recipient);
        if (!expected.equals(command.conversationId())) {
            throw new Refusal(
                    ErrorCode.CHAT_INVALID_REQUEST,
                    "conversationId: " + command.conversationId() + " (expected: " + expected
                            + ", the direct conversation of sender and recipient)");
        }
    }

    private void requireLength(Content content) {
        var length = content.codePoints();
        if (length > maxCodePoints) {
            throw new Refusal(
                    ErrorCode.CHAT_MESSAGE_TOO_LONG,
                    "content: " + length + " code points (expected: 1 to " + maxCodePoints + ")");
        }
    }
}
