package dev.parley.persistence.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in the shape that clients get.
 *
 * @param content null once deleted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        UUID conversationId,
        long seq,
        long changedSeq,
        UUID messageId,
        String senderId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String content,
        @Nullable UUID replyTo,
        String sentAt,
        @Nullable String editedAt,
        @Nullable String deletedAt,
        Status status) {

    /** Columns that {@link #of} reads, of the table {@code messages AS m}. */
    public static final String COLUMNS = """
        m.conversation_id, m.seq, m.changed_seq, m.message_id, m.sender_id, m.content, m.reply_to, m.sent_at,
        m.edited_at, m.deleted_at
        """;

    public enum Status {
        sent,
        delivered,
        read
    }

    /** As its row tells; how far it got follows from {@link #seenBy}. */
    public static MessageView of(ResultSet row) throws SQLException {
        return new MessageView(
                row.getObject("conversation_id", UUID.class),
                row.getLong("seq"),
                row.getLong("changed_seq"),
                row.getObject("message_id", UUID.class),
                row.getString("sender_id"),
                row.getString("content"),
                row.getObject("reply_to", UUID.class),
                Times.required(row, "sent_at"),
                Times.optional(row, "edited_at"),
                Times.optional(row, "deleted_at"),
                Status.sent);
    }

    /** As far as all have got whom it was visible to, its sender aside; no further than sent where there is nobody. */
    public MessageView seenBy(List<ParticipantView> participants) {
        var others = 0;
        var readByAll = true;
        for (var participant : participants) {
            if (!participant.userId().equals(senderId) && participant.sees(seq)) {
                if (participant.deliveredSeq() < seq) {
                    return this;
                }
                others++;
                readByAll &= participant.readSeq() >= seq;
            }
        }
        if (others == 0) {
            return this;
        }
        return with(readByAll ? Status.read : Status.delivered);
    }

    private MessageView with(Status newStatus) {
        return new MessageView(
                conversationId,
                seq,
                changedSeq,
                messageId,
                senderId,
                content,
                replyTo,
                sentAt,
                editedAt,
                deletedAt,
                newStatus);
    }
}
