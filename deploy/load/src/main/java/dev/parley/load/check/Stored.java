package dev.parley.load.check;

import dev.parley.load.wire.Member;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as REST tells it at the end: its head, its members with their marks (empty where they are not known), its
 * messages in the order told, and its changes up to {@code through}.
 */
public record Stored(long head, List<Member> members, List<Kept> messages, List<Step> steps, long through) {

    public Stored {
        members = List.copyOf(members);
        messages = List.copyOf(messages);
        steps = List.copyOf(steps);
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
