package dev.parley.load.check;

import dev.parley.load.wire.Conversation.Kind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as REST tells it at the end: what it is, its members with their marks (empty where they are not known), its
 * messages in the order told, and its changes.
 */
public record Stored(Extent extent, List<Member> members, List<Kept> messages, List<Step> steps) {

    public Stored {
        members = List.copyOf(members);
        messages = List.copyOf(messages);
        steps = List.copyOf(steps);
    }

    /** {@code from} the first number that any reader could see, to the {@code head}; changes were told up to {@code through}. */
    public record Extent(Kind kind, long from, long head, long through) {

        /** Of which a reader saw everything. */
        public static Extent whole(Kind kind, long head) {
            return new Extent(kind, 1, head, head);
        }
    }

    public long head() {
        return extent.head();
    }

    boolean isGroup() {
        return extent.kind() == Kind.GROUP;
    }

    /** An entry of {@code changes}; without a message for members and titles. */
    public record Step(long seq, @Nullable Kept message) {}

    Optional<Member> member(UserId user) {
        return members.stream().filter(member -> member.user().equals(user)).findFirst();
    }

    /** The ids of all messages. */
    public List<MessageId> ids() {
        return messages.stream().map(Kept::id).toList();
    }
}
