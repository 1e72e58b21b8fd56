package dev.parley.persistence.conversation;

import dev.parley.contracts.Command;
import dev.parley.contracts.Command.AddParticipants;
import dev.parley.contracts.Command.CreateGroup;
import dev.parley.contracts.Command.RemoveParticipant;
import dev.parley.contracts.Command.RenameConversation;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Member.Role;
import dev.parley.persistence.conversation.Members.Departure;
import dev.parley.persistence.conversation.Outcome.ConversationCreated;
import dev.parley.persistence.conversation.Outcome.ConversationRenamed;
import dev.parley.persistence.conversation.Outcome.Joined;
import dev.parley.persistence.conversation.Outcome.NothingToDo;
import dev.parley.persistence.conversation.Outcome.ParticipantRemoved;
import dev.parley.persistence.conversation.Outcome.ParticipantsAdded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;

/** Who comes and goes in groups, and what they are called. Asking for what is so already is no mistake. */
final class GroupRules {

    private final int maxMembers;

    GroupRules(int maxMembers) {
        this.maxMembers = maxMembers;
    }

    /**
     * The id follows from the creator and their key, and whoever appends the command has made it so. What stands under
     * it already is the same group, unless it is none, or the caller is not in it (any more).
     */
    Decision create(@Nullable Conversation conversation, Command command, CreateGroup create) {
        if (conversation != null) {
            if (!MemberView.of(conversation, command).conversation().isGroup()) {
                throw new Refusal(
                        ErrorCode.CHAT_INVALID_REQUEST,
                        "conversationId: " + command.conversationId() + " is direct (expected: the id of a group)");
            }
            return Decision.of(conversation, new NothingToDo());
        }
        var members = Members.none().with(Member.joining(command.userId(), Role.OWNER, 0));
        for (var userId : newcomers(members, create.participantIds())) {
            members = members.with(Member.joining(userId, Role.MEMBER, 0));
        }
        requireRoom(members);
        var created = Conversation.created(
                command.conversationId(), new Profile.Group(command.acceptedAt(), create.title()), members);
        return Decision.of(created, new ConversationCreated(created, members.ids()));
    }

    /** Anyone in a group brings others in: all of them, or none where there is no room. */
    Decision add(MemberView view, Command command, AddParticipants add) {
        group(view);
        var conversation = view.conversation();
        var before = conversation.members();
        var seq = conversation.nextSeq();
        var added = newcomers(before, add.userIds()).stream()
                .map(userId -> Member.joining(userId, Role.MEMBER, seq))
                .toList();
        if (added.isEmpty()) {
            return Decision.of(conversation, new NothingToDo());
        }
        var members = before;
        for (var member : added) {
            members = members.with(member);
        }
        requireRoom(members);
        var now = conversation.next(members);
        var newIds = HashTreePSet.from(added.stream().map(Member::userId).toList());
        return Decision.of(
                now,
                new ParticipantsAdded(added, seq, command.acceptedAt(), before.ids()),
                new Joined(now, command.acceptedAt(), newIds));
    }

    /** Anyone leaves, only owners remove others. A group that its last member leaves stays, and nobody reaches it. */
    Decision remove(MemberView view, Command command, RemoveParticipant remove) {
        group(view);
        if (!remove.userId().equals(command.userId())) {
            requireOwner(view, "remove others");
        }
        var conversation = view.conversation();
        var before = conversation.members();
        var leaving = before.get(remove.userId());
        if (leaving == null) {
            return Decision.of(conversation, new NothingToDo());
        }
        var departure = new Departure(leaving, conversation.nextSeq());
        var left = before.without(departure);
        var successor = left.haveOwner() ? null : left.eldest().map(member -> member.with(Role.OWNER)).orElse(null);
        return Decision.of(
                conversation.next(successor == null ? left : left.with(successor)),
                new ParticipantRemoved(departure, successor, command.acceptedAt(), before.ids()));
    }

    Decision rename(MemberView view, Command command, RenameConversation rename) {
        var group = group(view);
        requireOwner(view, "rename");
        var conversation = view.conversation();
        if (rename.title().equals(group.title())) {
            return Decision.of(conversation, new NothingToDo());
        }
        var renamed = conversation.next(group.with(rename.title()));
        return Decision.of(
                renamed, new ConversationRenamed(renamed, command.acceptedAt(), conversation.members().ids()));
    }

    private static Profile.Group group(MemberView view) {
        return switch (view.conversation().profile()) {
            case Profile.Group group -> group;
            case Profile.Direct _ -> throw new Refusal(
                    ErrorCode.CHAT_NOT_ALLOWED,
                    "conversationId: " + view.conversation().id() + " is direct (expected: a group)");
        };
    }

    private static void requireOwner(MemberView view, String what) {
        if (!view.member().isOwner()) {
            throw new Refusal(ErrorCode.CHAT_NOT_ALLOWED, "role: member (expected: owner, to " + what + ")");
        }
    }

    private void requireRoom(Members members) {
        if (members.count() > maxMembers) {
            throw new Refusal(
                    ErrorCode.CHAT_GROUP_FULL,
                    "members: " + members.count() + " (expected: at most " + maxMembers + ")");
        }
    }

    private static List<UserId> newcomers(Members members, Collection<UserId> userIds) {
        return userIds.stream().distinct().filter(userId -> !members.include(userId)).toList();
    }
}
