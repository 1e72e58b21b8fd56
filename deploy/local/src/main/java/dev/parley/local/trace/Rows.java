package dev.parley.local.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.local.targets.Store;

/** What the database holds of a message. */
final class Rows implements AutoCloseable {

    /** The index leads with the conversation: without it, the whole table is read, and not for longer than this. */
    private static final int SECONDS = 20;

    private static final String MESSAGE = """
        SELECT conversation_id, seq, sender_id, content, sent_at, changed_seq, edited_at, deleted_at
        FROM messages WHERE message_id = ?
        """;
    private static final String MARKS = """
        SELECT user_id, delivered_seq, delivered_at, read_seq, read_at FROM participants
        WHERE conversation_id = ? ORDER BY user_id LIMIT %d
        """.formatted(Stored.MOST_MEMBERS + 1);
    private static final String REFUSALS = """
        SELECT log_partition, log_offset, code, reason, refused_at FROM refusals WHERE command_id = ?
        """;
    private static final String TIMEOUT = "57014";

    private final Connection connection;

    Rows(Store store) throws SQLException {
        connection = store.connect();
        connection.setReadOnly(true);
    }

    /** @param content null once deleted */
    record Row(ConversationId conversation, long seq, String sender, @Nullable String content, Instant sentAt,
            long changedSeq, Optional<Instant> editedAt, Optional<Instant> deletedAt) {

        Instant changedAt() {
            return deletedAt.or(() -> editedAt).orElse(sentAt);
        }

        @Override
        public String toString() {
            return conversation + " " + seq;
        }
    }

    /** How far a member is. */
    record Marks(String user, long delivered, Optional<Instant> deliveredAt, long read, Optional<Instant> readAt) {}

    /** Why the writer said no. */
    record Refused(String place, String code, String reason, Instant at) {}

    /** @throws TooLong if there is no conversation to look in, and the table is too large to be read through */
    Optional<Row> message(Question question) throws SQLException, TooLong {
        var conversation = question.conversation().map(ConversationId::value);
        try (var statement = prepare(MESSAGE + (conversation.isPresent() ? " AND conversation_id = ?" : ""),
                question.message().value())) {
            if (conversation.isPresent()) {
                statement.setObject(2, conversation.get());
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            if (TIMEOUT.equals(e.getSQLState())) {
                throw new TooLong();
            }
            throw e;
        }
    }

    /** The table can't be read through in time. */
    static final class TooLong extends Exception {

        TooLong() {
            super("not looked for in the whole table, which takes longer than " + SECONDS + " s (--conversation ID)");
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(new ConversationId(rows.getObject("conversation_id", UUID.class)), rows.getLong("seq"),
                rows.getString("sender_id"), rows.getString("content"),
                rows.getTimestamp("sent_at").toInstant(), rows.getLong("changed_seq"), time(rows, "edited_at"),
                time(rows, "deleted_at"));
    }

    /** Of the first members by name. */
    List<Marks> marks(ConversationId conversation) throws SQLException {
        var marks = new ArrayList<Marks>();
        try (var statement = prepare(MARKS, conversation.value()); var rows = statement.executeQuery()) {
            while (rows.next()) {
                marks.add(new Marks(rows.getString("user_id"), rows.getLong("delivered_seq"),
                        time(rows, "delivered_at"), rows.getLong("read_seq"), time(rows, "read_at")));
            }
        }
        return marks;
    }

    /** A send that came without an id of its command has that of its message. */
    List<Refused> refusals(MessageId message) throws SQLException {
        var refusals = new ArrayList<Refused>();
        try (var statement = prepare(REFUSALS, message.value()); var rows = statement.executeQuery()) {
            while (rows.next()) {
                refusals.add(new Refused(rows.getInt("log_partition") + "@" + rows.getLong("log_offset"),
                        rows.getString("code"), rows.getString("reason"),
                        rows.getTimestamp("refused_at").toInstant()));
            }
        }
        return refusals;
    }

    private PreparedStatement prepare(String sql, UUID id) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(SECONDS);
        statement.setObject(1, id);
        return statement;
    }

    private static Optional<Instant> time(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getTimestamp(column)).map(Timestamp::toInstant);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
