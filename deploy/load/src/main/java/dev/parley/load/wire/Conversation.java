package dev.parley.load.wire;

import java.util.List;
import java.util.Optional;

/**
 * A conversation as one member sees it: {@code seq} is its head, {@code visibleFrom} the first number this member may see,
 * the marks are the member's own. {@code members} is empty for groups, which list theirs elsewhere.
 */
public record Conversation(ConversationId id, Kind kind, long seq, long visibleFrom, long deliveredSeq, long readSeq,
        List<Member> members) {

    /** Between two, or among many. */
    public enum Kind {
        DIRECT,
        GROUP
    }

    public Conversation {
        members = List.copyOf(members);
    }

    public Optional<Member> member(UserId user) {
        return members.stream().filter(member -> member.user().equals(user)).findFirst();
    }

    public long mark(MarkKind kind) {
        return switch (kind) {
            case DELIVERED -> deliveredSeq;
            case READ -> readSeq;
        };
    }
}
