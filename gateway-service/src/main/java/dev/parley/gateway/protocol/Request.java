package dev.parley.gateway.protocol;

import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import java.util.Set;
import dev.parley.gateway.access.BearerToken;
import org.jspecify.annotations.Nullable;

/** What a client asks for, once every rule of the protocol that needs no look-up has been checked. */
public sealed interface Request {

    /**
     * @param recipientId set when the sender named a person: {@code conversationId} is then the direct one with them
     * @param messageId null when the sender leaves the choice to the gateway
     */
    record SendMessage(
            ConversationId conversationId,
            @Nullable UserId recipientId,
            @Nullable MessageId messageId,
            Content content,
            @Nullable MessageId replyTo)
            implements
                Request {}

    record EditMessage(ConversationId conversationId, MessageId messageId, Content content) implements Request {}

    record DeleteMessage(ConversationId conversationId, MessageId messageId) implements Request {}

    /** The client holds, or has read, everything up to and including {@code seq}. */
    record Mark(Kind kind, ConversationId conversationId, long seq) implements Request {

        public enum Kind {
            DELIVERED,
            READ
        }
    }

    /**
     * @param token of the sync before, opaque; null for the first
     * @param limit of conversations in the answer; null for as many as there may be
     */
    record Sync(@Nullable String token, @Nullable Integer limit) implements Request {

        /** Enough for two offsets of each of 512 partitions. */
        static final int TOKEN_CHARACTERS = 16_384;

        static final int CONVERSATIONS = 100;

        /** Says nothing of the token, which is its client's. */
        @Override
        public String toString() {
            return "Sync[" + limit + "]";
        }
    }

    /** Somebody has begun to write, goes on writing, or has stopped. */
    record Typing(Kind kind, ConversationId conversationId) implements Request {

        public enum Kind {
            START,
            STOP
        }
    }

    /** Replaces whom the session watched before. */
    record WatchPresence(Set<UserId> userIds) implements Request {

        static final int USERS = 200;

        public WatchPresence {
            userIds = Set.copyOf(userIds);
        }
    }

    /** Shows a fresh token. */
    record RenewSession(BearerToken token) implements Request {}

    record Ping() implements Request {}
}
