package dev.parley.persistence.conversation;

import dev.parley.contracts.Command;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Members.Departure;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What deciding a command brought about, and who is to hear of it: named here and nowhere else. */
public sealed interface Outcome {

    record ConversationCreated(Conversation conversation, Set<UserId> recipients) implements Outcome {}

    record MessageStored(StoredMessage message, Set<UserId> recipients) implements Outcome {}

    record MessageEdited(StoredMessage message, Set<UserId> recipients) implements Outcome {}

    record MessageDeleted(StoredMessage message, Set<UserId> recipients) implements Outcome {}

    /**
     * A member's mark moved.
     *
     * @param member as they are now
     * @param sessionId the session that moved it, which is not told; null where no session did
     */
    record MarkMoved(Member member, Kind kind, Instant at, @Nullable String sessionId, Set<UserId> recipients)
            implements
                Outcome {

        public enum Kind {
            DELIVERED,
            READ
        }
    }

    /**
     * A group grew; told to those who were there before.
     *
     * @param added with the change that brought them in as their joining
     */
    record ParticipantsAdded(List<Member> added, long seq, Instant at, Set<UserId> recipients) implements Outcome {

        public ParticipantsAdded {
            added = List.copyOf(added);
        }
    }

    /** The same change to those whom it brought in. */
    record Joined(Conversation conversation, Instant at, Set<UserId> recipients) implements Outcome {}

    /**
     * Someone left, or was removed.
     *
     * @param successor who became owner by it; null where an owner stays, or nobody at all
     * @param recipients those who stay, and the one who left
     */
    record ParticipantRemoved(Departure departure, @Nullable Member successor, Instant at, Set<UserId> recipients)
            implements
                Outcome {}

    record ConversationRenamed(Conversation conversation, Instant at, Set<UserId> recipients) implements Outcome {}

    /** A change that its recipients may not see: it takes a number that they would miss otherwise. */
    record Advanced(long seq, Set<UserId> recipients) implements Outcome {}

    /** A send that was decided before: its sender is told how the message is now, and nobody else. */
    record MessageRepeated(StoredMessage message, UserId senderId) implements Outcome {}

    /** A command that asks for what is so already. */
    record NothingToDo() implements Outcome {}

    record Refused(Command command, ErrorCode code, String reason) implements Outcome {}
}
