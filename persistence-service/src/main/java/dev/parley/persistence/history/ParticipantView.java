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
        @JsonIgnore Role role,
        @JsonIgnore long joinedSeq,
        long deliveredSeq,
        @Nullable String deliveredAt,
        long readSeq,
        @Nullable String readAt) {

    /** Columns that {@link #of} reads, of the table {@code participants AS p}. */
    public static final String COLUMNS = """
        p.user_id, p.role, p.joined_seq, p.delivered_seq, p.delivered_at, p.read_seq, p.read_at
        """;

    public enum Role {
        member,
        owner;

        static Role of(ResultSet row) throws SQLException {
            return row.getInt("role") == 2 ? owner : member;
        }
    }

    public static ParticipantView of(ResultSet row) throws SQLException {
        return new ParticipantView(
                row.getString("user_id"),
                Role.of(row),
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
