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
import dev.parley.persistence.conversation.Member.Role;
import dev.parley.persistence.conversation.Outcome.Advanced;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSet;

/**
 * Decides commands, one after another: {@code (conversation, command) -> (conversation, outcomes)}. The same commands
 * over the same conversation come to the same outcomes, however they are cut into batches and however often a batch is
 * begun again.
 */
public final class ConversationFold {

    private final int maxCodePoints;
    private final GroupRules groups;

    /**
     * @param maxCodePoints of a message's content: what is longer could not be published once committed
     * @param maxMembers of a group
     */
    public ConversationFold(int maxCodePoints, int maxMembers) {
        this.maxCodePoints = maxCodePoints;
        this.groups = new GroupRules(maxMembers);
    }

    /** @param conversation null where there is none under the command's conversation id */
    public Decision decide(@Nullable Conversation conversation, Command command) {
        try {
            return switch (command.body()) {
                case SendMessage send -> send(conversation, command, send);
                case CreateDirect create -> createDirect(conversation, command, create);
                case CreateGroup create -> groups.create(conversation, command, create);
                case EditMessage edit -> edit(MemberView.of(conversation, command), command, edit);
                case DeleteMessage delete -> delete(MemberView.of(conversation, command), command, delete);
                case MarkDelivered mark -> mark(MemberView.of(conversation, command), command, mark.seq(), DELIVERED);
                case MarkRead mark -> mark(MemberView.of(conversation, command), command, mark.seq(), READ);
                case AddParticipants add -> groups.add(MemberView.of(conversation, command), command, add);
                case RemoveParticipant remove ->
                    groups.remove(MemberView.of(conversation, command), command, remove);
                case RenameConversation rename ->
                    groups.rename(MemberView.of(conversation, command), command, rename);
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
            return post(MemberView.of(conversation, command), command, send);
        }
        var created = direct(command, recipient);
        var posted = post(MemberView.of(created, command), command, send);
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
        return Decision.of(conversation.with(message), new MessageStored(message, conversation.members().ids()));
    }

    private static Decision createDirect(@Nullable Conversation conversation, Command command, CreateDirect create) {
        requireDirectWith(create.participantId(), command);
        if (conversation != null) {
            return Decision.of(conversation, new NothingToDo());
        }
        var created = direct(command, create.participantId());
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
        var seeing = conversation.members().seeing(message.seq());
        return Decision.of(
                conversation.with(edited), withHidden(new MessageEdited(edited, seeing), edited, seeing, conversation));
    }

    private static Decision delete(MemberView view, Command command, DeleteMessage delete) {
        var conversation = view.conversation();
        var message = view.ownMessage(delete.messageId());
        if (message.text() instanceof Text.Deleted) {
            return Decision.of(conversation, new NothingToDo());
        }
        var deleted = message.with(new Text.Deleted(conversation.nextSeq(), command.acceptedAt()));
        var seeing = conversation.members().seeing(message.seq());
        return Decision.of(
                conversation.with(deleted),
                withHidden(new MessageDeleted(deleted, seeing), deleted, seeing, conversation));
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
        var hearing = hearing(view, view.member().passing(kind, seq));
        return Decision.of(
                conversation.with(moved),
                new MarkMoved(moved, kind, command.acceptedAt(), command.sessionId(), hearing));
    }

    /** In a group of hundreds a mark is news to its member and to those whose messages it passed, and to no one else. */
    private static Set<UserId> hearing(MemberView view, SeqRange passed) {
        var conversation = view.conversation();
        if (!conversation.isGroup()) {
            return conversation.members().ids();
        }
        var hearing = new LinkedHashSet<UserId>();
        hearing.add(view.member().userId());
        for (var seq = passed.after() + 1; seq <= passed.through(); seq++) {
            var senderId = conversation.messages().senders().get(seq);
            var sender = senderId == null ? null : conversation.members().get(senderId);
            // Who left and came back sees nothing of what they said before.
            if (sender != null && sender.sees(seq)) {
                hearing.add(sender.userId());
            }
        }
        return hearing;
    }

    /** A change to a message, and to those who joined after it, no more than that there was one. */
    private static List<Outcome> withHidden(
            Outcome change, StoredMessage message, PSet<UserId> seeing, Conversation conversation) {
        var hidden = conversation.members().ids().minusAll(seeing);
        return hidden.isEmpty()
                ? List.of(change)
                : List.of(change, new Advanced(message.text().changedSeq(), hidden));
    }

    private static Conversation direct(Command command, UserId other) {
        return Conversation.created(
                command.conversationId(),
                new Profile.Direct(command.acceptedAt()),
                Members.none()
                        .with(Member.joining(command.userId(), Role.MEMBER, 0))
                        .with(Member.joining(other, Role.MEMBER, 0)));
    }

    private static ConversationCreated creation(Conversation created) {
        return new ConversationCreated(created, created.members().ids());
    }

    private static List<Outcome> prepend(Outcome first, List<Outcome> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
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
