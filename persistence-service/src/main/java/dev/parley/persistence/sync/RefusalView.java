package dev.parley.persistence.sync;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.persistence.history.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A command of the caller's that was accepted into the log and refused by the writer. */
record RefusalView(
        @JsonIgnore Position.AfterRefusal position,
        UUID commandId,
        UUID conversationId,
        String code,
        String message,
        String at) {

    static RefusalView of(ResultSet row) throws SQLException {
        return new RefusalView(
                new Position.AfterRefusal(row.getInt("log_partition"), row.getLong("log_offset")),
                row.getObject("command_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("code"),
                row.getString("reason"),
                Times.required(row, "refused_at"));
    }
}
