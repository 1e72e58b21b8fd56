package dev.parley.load.wire;

import org.jspecify.annotations.Nullable;

/** What a gateway says. Fields that no client here looks at are not kept. */
public sealed interface ServerFrame {

    record Ready(String sessionId) implements ServerFrame {}

    /** The answer to the frame with this id. A send's names the message and its conversation, an edit's its command. */
    record Acked(long id, @Nullable MessageId message, @Nullable ConversationId conversation, @Nullable String command)
            implements
                ServerFrame {}

    /** The answer to a {@code sync}. */
    record Synced(long id, Pages.Sync page) implements ServerFrame {}

    /** The other answer. Without an id it speaks of no frame that can be told. */
    record Failed(@Nullable Long id, Trouble trouble) implements ServerFrame {}

    /** A change of a conversation, with the message it is about, if any. */
    record Changed(Change change) implements OfConversation {

        @Override
        public ConversationId conversation() {
            return change.conversation();
        }

        @Override
        public long place() {
            return change.seq();
        }
    }

    /** A command that was accepted into the log and refused by the writer; of a send, the command is the message. */
    record Rejected(String commandId, @Nullable ConversationId conversation, String code) implements ServerFrame {}

    record Receipt(MarkKind kind, ConversationId conversation, UserId user, long seq) implements ServerFrame {}

    /** A conversation that its hearer is now in; {@code seq} is the change that brought the hearer in. */
    record Created(Conversation created) implements OfConversation {

        @Override
        public ConversationId conversation() {
            return created.id();
        }

        @Override
        public long place() {
            return created.seq();
        }
    }

    /** A conversation that its hearer is no longer in, since the change {@code place}. */
    record Removed(ConversationId conversation, long place) implements OfConversation {}

    record Presence(UserId user, boolean online) implements ServerFrame {}

    record Typing(ConversationId conversation, UserId user, boolean started) implements ServerFrame {}

    record SyncRequired(String reason) implements ServerFrame {}

    record Closing(String reason, long reconnectAfterMs) implements ServerFrame {}

    /** An event that this client does not know, and by the protocol ignores. */
    record Unknown(String event) implements ServerFrame {}

    /** Why a frame was refused. */
    record Trouble(String code, String message, boolean retryable, long retryAfterMs) {}

    /** What takes a number of its conversation, and is to be applied in the order of the numbers. */
    sealed interface OfConversation extends ServerFrame {

        ConversationId conversation();

        long place();
    }
}
