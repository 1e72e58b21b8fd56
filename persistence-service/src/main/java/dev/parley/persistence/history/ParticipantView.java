package dev.parley.persistence.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Someone in a conversation, and how far they have got. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParticipantView(
        String userId,
        @JsonIgnore long joinedSeq,
        long deliveredSeq,
        @Nullable String deliveredAt,
        long readSeq,
        @Nullable String readAt) {

    static ParticipantView of(ResultSet row) throws SQLException {
        return new ParticipantView(
                row.getString("user_id"),
                row.getLong("joined_seq"),
                row.getLong("delivered_seq"),
                Times.optional(row, "delivered_at"),
                row.getLong("read_seq"),
                Times.optional(row, "read_at"));
    }

    boolean sees(long seq) {
        return seq > joinedSeq;
    }
}
