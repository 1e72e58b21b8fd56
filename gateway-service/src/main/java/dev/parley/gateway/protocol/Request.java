package dev.parley.gateway.protocol;

import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
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

    /** The client holds, or has read, everything up to and including {@code seq}. */
    record Mark(Kind kind, ConversationId conversationId, long seq) implements Request {

        public enum Kind {
            DELIVERED,
            READ
        }
    }

    record Ping() implements Request {}
}
