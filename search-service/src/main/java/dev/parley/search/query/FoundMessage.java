package dev.parley.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.search.index.IndexedMessage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in the shape that clients get, without how far it has got: that is not known here. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundMessage(
        UUID conversationId,
        long seq,
        long changedSeq,
        UUID messageId,
        String senderId,
        String content,
        @Nullable UUID replyTo,
        String sentAt,
        @Nullable String editedAt) {

    static FoundMessage of(IndexedMessage message) {
        return new FoundMessage(
                message.conversationId().value(),
                message.seq(),
                message.changedSeq(),
                message.messageId().value(),
                message.senderId().value(),
                message.content(),
                message.replyTo() == null ? null : message.replyTo().value(),
                Times.text(message.sentAt()),
                Times.optional(message.editedAt()));
    }

    /** Without the content, which belongs into no log. */
    @Override
    public String toString() {
        return "FoundMessage[" + conversationId + "/" + messageId + "]";
    }
}
