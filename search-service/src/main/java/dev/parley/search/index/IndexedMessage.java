package dev.parley.search.index;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a hit shows it.
 *
 * @param seq its birth
 * @param changedSeq its last change; {@code seq} until it is edited
 */
public record IndexedMessage(
        ConversationId conversationId,
        MessageId messageId,
        long seq,
        long changedSeq,
        UserId senderId,
        String content,
        @Nullable MessageId replyTo,
        Instant sentAt,
        @Nullable Instant editedAt) {

    /** Without the content, which belongs into no log. */
    @Override
    public String toString() {
        return "IndexedMessage[" + conversationId + "/" + messageId + ", seq=" + seq + ", changedSeq=" + changedSeq
                + "]";
    }
}
