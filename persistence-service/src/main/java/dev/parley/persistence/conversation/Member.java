package dev.parley.persistence.conversation;

import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a conversation, with the marks of how far they have got.
 *
 * @param joinedSeq the change that brought them in; 0 for who was there from the start
 * @param delivered holds all up to its {@code seq}, never behind {@code read}
 */
public record Member(UserId userId, Role role, long joinedSeq, Mark delivered, Mark read) {

    /** What they may do in a group; in a direct conversation both are members. */
    public enum Role {
        MEMBER,
        OWNER
    }

    /**
     * A mark only moves forward.
     *
     * @param at when it moved last; null where it has not moved since joining
     */
    public record Mark(long seq, @Nullable Instant at) {

        static Mark at(long joinedSeq) {
            return new Mark(joinedSeq, null);
        }

        Mark advancedTo(Mark other) {
            return other.seq > seq ? other : this;
        }
    }

    static Member joining(UserId userId, Role role, long joinedSeq) {
        return new Member(userId, role, joinedSeq, Mark.at(joinedSeq), Mark.at(joinedSeq));
    }

    Member with(Role newRole) {
        return new Member(userId, newRole, joinedSeq, delivered, read);
    }

    Member withDelivered(Mark mark) {
        return new Member(userId, role, joinedSeq, delivered.advancedTo(mark), read);
    }

    /** What is read has been delivered too. */
    Member withRead(Mark mark) {
        return new Member(userId, role, joinedSeq, delivered.advancedTo(mark), read.advancedTo(mark));
    }

    /** What their mark of this kind passes if it moves to {@code seq}. */
    public SeqRange passing(MarkMoved.Kind kind, long seq) {
        var mark = switch (kind) {
            case DELIVERED -> delivered;
            case READ -> read;
        };
        return SeqRange.passed(mark.seq(), seq);
    }

    boolean isOwner() {
        return role == Role.OWNER;
    }

    /** Whether a message with this {@code seq} is one that they may see. */
    public boolean sees(long seq) {
        return seq > joinedSeq;
    }
}
