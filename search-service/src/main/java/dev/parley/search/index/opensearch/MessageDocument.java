package dev.parley.search.index.opensearch;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Change.Deleted;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.index.IndexedMessage;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as a document; one that is deleted has its conversation only. Times are milliseconds since the epoch. Words
 * and marks are not given back.
 *
 * @param words joined by blanks
 */
record MessageDocument(
        UUID conversationId,
        @Nullable UUID messageId,
        @Nullable Long seq,
        @Nullable Long changedSeq,
        @Nullable String senderId,
        @Nullable String content,
        @Nullable UUID replyTo,
        @Nullable Long sentAt,
        @Nullable Long editedAt,
        @Nullable String words,
        @Nullable Set<String> marks) {

    static MessageDocument of(Shown shown) {
        var message = shown.message();
        var editedAt = message.editedAt();
        var replyTo = message.replyTo();
        return new MessageDocument(
                message.conversationId().value(), message.messageId().value(), message.seq(), message.changedSeq(),
                message.senderId().value(), message.content(), replyTo == null ? null : replyTo.value(),
                message.sentAt().toEpochMilli(),
                editedAt == null ? null : editedAt.toEpochMilli(), String.join(" ", shown.text().words()),
                shown.text().marks());
    }

    static MessageDocument marker(Deleted deleted) {
        return new MessageDocument(
                deleted.conversationId().value(), null, null, null, null, null, null, null, null, null, null);
    }

    static String id(ConversationId conversationId, MessageId messageId) {
        return conversationId + "/" + messageId;
    }

    /** What was found has words, so it is no marker. */
    IndexedMessage message() {
        return new IndexedMessage(
                new ConversationId(conversationId), new MessageId(Objects.requireNonNull(messageId)),
                Objects.requireNonNull(seq),
                Objects.requireNonNull(changedSeq), new UserId(Objects.requireNonNull(senderId)),
                Objects.requireNonNull(content), replyTo == null ? null : new MessageId(replyTo),
                Instant.ofEpochMilli(Objects.requireNonNull(sentAt)),
                editedAt == null ? null : Instant.ofEpochMilli(editedAt));
    }

    /** Without the content, which belongs into no log. */
    @Override
    public String toString() {
        return "MessageDocument[" + conversationId + "/" + messageId + ", changedSeq=" + changedSeq + "]";
    }
}
