package dev.parley.load.wire;

import org.jspecify.annotations.Nullable;

/** What a gateway says. Fields that no client here looks at are not kept. */
public sealed interface ServerFrame {

    record Ready(String sessionId) implements ServerFrame {}

    /** The answer to the frame with this id. A send's names the message and its conversation. */
    record Acked(long id, @Nullable MessageId message, @Nullable ConversationId conversation) implements ServerFrame {}

    /** The other answer. Without an id it speaks of no frame that can be told. */
    record Failed(@Nullable Long id, Trouble trouble) implements ServerFrame {}

    /** A change of a conversation, with the message it is about, if any. */
    record Changed(Change change) implements ServerFrame {}

    /** A command that was accepted into the log and refused by the writer; of a send, the command is the message. */
    record Rejected(String commandId, @Nullable ConversationId conversation, String code) implements ServerFrame {}

    record Receipt(MarkKind kind, ConversationId conversation, UserId user, long seq) implements ServerFrame {}

    record Created(Conversation conversation) implements ServerFrame {}

    record Removed(ConversationId conversation) implements ServerFrame {}

    record Typing(ConversationId conversation, UserId user, boolean started) implements ServerFrame {}

    record SyncRequired(String reason) implements ServerFrame {}

    record Closing(String reason, long reconnectAfterMs) implements ServerFrame {}

    /** An event that this client does not know, and by the protocol ignores. */
    record Unknown(String event) implements ServerFrame {}

    /** Why a frame was refused. */
    record Trouble(String code, String message, boolean retryable, long retryAfterMs) {}
}
