package dev.parley.persistence.store;

import dev.parley.contracts.ConversationId;
import dev.parley.persistence.store.Changes.ChangedConversation;
import dev.parley.persistence.store.Changes.ChangedMember;
import dev.parley.persistence.store.Changes.OfConversation;
import dev.parley.persistence.store.Wanted.WantedMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The two round trips of a batch, and a third where marks move in groups. Each sends several statements at once, and under READ COMMITTED each statement sees
 * what was committed when it began: so all that is read is read after the locks of the statements before it.
 */
@Repository
public class BatchStore {

    private static final String LOAD = """
        SELECT log_partition, next_offset FROM writer_progress
        WHERE log_partition = ANY (?) ORDER BY log_partition FOR NO KEY UPDATE;

        SELECT conversation_id, kind, title, created_at, head_seq, active_at FROM conversations
        WHERE conversation_id = ANY (?) ORDER BY conversation_id FOR NO KEY UPDATE;

        SELECT conversation_id, user_id, role, joined_seq, delivered_seq, delivered_at, read_seq, read_at
        FROM participants WHERE conversation_id = ANY (?) AND left_seq IS NULL;

        SELECT conversation_id, seq, message_id, sender_id, fingerprint, content, reply_to, sent_at,
               changed_seq, edited_at, deleted_at
        FROM messages JOIN unnest(?::uuid[], ?::uuid[]) AS wanted (conversation_id, message_id)
                      USING (conversation_id, message_id)
        """;

    private static final String STORE = """
        INSERT INTO conversations AS c
               (conversation_id, kind, title, created_at, head_seq, active_at, log_partition, changed_offset)
        SELECT conversation_id, kind, title, to_timestamp(created_at / 1000.0), head_seq,
               to_timestamp(active_at / 1000.0), log_partition, changed_offset
        FROM unnest(?::uuid[], ?::int2[], ?::text[], ?::int8[], ?::int8[], ?::int8[], ?::int4[], ?::int8[])
             AS changed (conversation_id, kind, title, created_at, head_seq, active_at, log_partition, changed_offset)
        ON CONFLICT (conversation_id) DO UPDATE
        SET title = excluded.title, head_seq = excluded.head_seq, active_at = excluded.active_at, log_partition = excluded.log_partition,
            changed_offset = excluded.changed_offset;

        INSERT INTO participants AS p
               (conversation_id, user_id, role, joined_seq, delivered_seq, delivered_at, read_seq, read_at,
                left_seq, left_offset)
        SELECT conversation_id, user_id, role, joined_seq, delivered_seq, to_timestamp(delivered_at / 1000.0),
               read_seq, to_timestamp(read_at / 1000.0), left_seq, left_offset
        FROM unnest(?::uuid[], ?::text[], ?::int2[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[],
                    ?::int8[], ?::int8[])
             AS changed (conversation_id, user_id, role, joined_seq, delivered_seq, delivered_at, read_seq, read_at,
                         left_seq, left_offset)
        ON CONFLICT (conversation_id, user_id) DO UPDATE
        SET role = excluded.role, joined_seq = excluded.joined_seq,
            delivered_seq = excluded.delivered_seq, delivered_at = excluded.delivered_at,
            read_seq = excluded.read_seq, read_at = excluded.read_at,
            left_seq = excluded.left_seq, left_offset = excluded.left_offset;

        INSERT INTO messages (conversation_id, seq, message_id, sender_id, fingerprint, content, reply_to, sent_at,
                              changed_seq, edited_at, deleted_at, changed_offset)
        SELECT conversation_id, seq, message_id, sender_id, fingerprint, content, reply_to,
               to_timestamp(sent_at / 1000.0), changed_seq, to_timestamp(edited_at / 1000.0),
               to_timestamp(deleted_at / 1000.0), changed_offset
        FROM unnest(?::uuid[], ?::int8[], ?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::uuid[], ?::int8[],
                    ?::int8[], ?::int8[], ?::int8[], ?::int8[])
             AS born (conversation_id, seq, message_id, sender_id, fingerprint, content, reply_to, sent_at,
                      changed_seq, edited_at, deleted_at, changed_offset);

        UPDATE writer_progress AS p
        SET next_offset = decided.next_offset, outbox = decided.outbox, resync_owed = decided.resync_owed
        FROM unnest(?::int4[], ?::int8[], ?::bytea[], ?::bool[])
             AS decided (log_partition, next_offset, outbox, resync_owed)
        WHERE p.log_partition = decided.log_partition
        """;

    private static final String ALTER = """
        UPDATE messages AS m
        SET content = altered.content, changed_seq = altered.changed_seq,
            edited_at = to_timestamp(altered.edited_at / 1000.0),
            deleted_at = to_timestamp(altered.deleted_at / 1000.0), changed_offset = altered.changed_offset
        FROM unnest(?::uuid[], ?::int8[], ?::text[], ?::int8[], ?::int8[], ?::int8[], ?::int8[])
             AS altered (conversation_id, seq, content, changed_seq, edited_at, deleted_at, changed_offset)
        WHERE m.conversation_id = altered.conversation_id AND m.seq = altered.seq
        """;

    private static final String REFUSE = """
        INSERT INTO refusals (log_partition, log_offset, user_id, command_id, conversation_id, code, reason,
                              refused_at)
        SELECT log_partition, log_offset, user_id, command_id, conversation_id, code, reason,
               to_timestamp(refused_at / 1000.0)
        FROM unnest(?::int4[], ?::int8[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int8[])
             AS refused (log_partition, log_offset, user_id, command_id, conversation_id, code, reason, refused_at)
        """;

    private final JdbcTemplate jdbc;

    BatchStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks progress rows in order, then conversations in the order of their ids; then reads. */
    public Loaded load(Wanted wanted) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<Loaded>) connection -> {
            try (var statement = connection.prepareStatement(LOAD)) {
                new Columns(connection, statement)
                        .add("int4", wanted.partitions(), partition -> partition)
                        .add("uuid", wanted.conversations(), ConversationId::value)
                        .add("uuid", wanted.conversations(), ConversationId::value)
                        .add("uuid", wanted.messages(), message -> message.conversationId().value())
                        .add("uuid", wanted.messages(), message -> message.messageId().value());
                statement.execute();
                var nextOffsets = nextOffsets(statement);
                statement.getMoreResults();
                var loading = conversations(statement);
                PassedSenders.load(connection, wanted.marks(), loading);
                return new Loaded(nextOffsets, loading.conversations());
            }
        }));
    }

    public void store(Changes changes) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.prepareStatement(STORE)) {
                var columns = new Columns(connection, statement);
                bindConversations(columns, changes.conversations());
                bindMembers(columns, changes.members());
                bindBorn(columns, changes.born());
                bindProgress(columns, changes.progress());
                statement.execute();
            }
            if (!changes.altered().isEmpty()) {
                alter(connection, changes.altered());
            }
            if (!changes.refusals().isEmpty()) {
                refuse(connection, changes.refusals());
            }
            return true;
        });
    }

    private static Map<Integer, Long> nextOffsets(PreparedStatement statement) throws SQLException {
        var nextOffsets = new HashMap<Integer, Long>();
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                nextOffsets.put(rows.getInt("log_partition"), rows.getLong("next_offset"));
            }
        }
        return nextOffsets;
    }

    private static Rows conversations(PreparedStatement statement) throws SQLException {
        var loading = new Rows();
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                loading.conversation(rows);
            }
        }
        statement.getMoreResults();
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                loading.member(rows);
            }
        }
        statement.getMoreResults();
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                loading.message(rows);
            }
        }
        return loading;
    }

    private static void bindConversations(Columns columns, List<ChangedConversation> rows) throws SQLException {
        columns.add("uuid", rows, row -> row.conversation().id().value())
                .add("int2", rows, row -> Codes.kind(row.conversation()))
                .add("text", rows, row -> Rows.title(row.conversation()))
                .addTimes(rows, row -> row.conversation().profile().createdAt())
                .add("int8", rows, row -> row.conversation().headSeq())
                .addTimes(rows, row -> row.conversation().activeAt())
                .add("int4", rows, ChangedConversation::partition)
                .add("int8", rows, ChangedConversation::offset);
    }

    private static void bindMembers(Columns columns, List<ChangedMember> rows) throws SQLException {
        columns.add("uuid", rows, row -> row.conversationId().value())
                .add("text", rows, row -> row.member().userId().value())
                .add("int2", rows, row -> Codes.role(row.member().role()))
                .add("int8", rows, row -> row.member().joinedSeq())
                .add("int8", rows, row -> row.member().delivered().seq())
                .addTimes(rows, row -> row.member().delivered().at())
                .add("int8", rows, row -> row.member().read().seq())
                .addTimes(rows, row -> row.member().read().at())
                .add("int8", rows, row -> row.left() == null ? null : row.left().seq())
                .add("int8", rows, row -> row.left() == null ? null : row.left().offset());
    }

    private static void bindBorn(Columns columns, List<OfConversation> rows) throws SQLException {
        columns.add("uuid", rows, row -> row.conversationId().value())
                .add("int8", rows, row -> row.message().seq())
                .add("uuid", rows, row -> row.message().messageId().value())
                .add("text", rows, row -> row.message().senderId().value())
                .add("bytea", rows, row -> row.message().birth().fingerprint())
                .add("text", rows, Rows::content)
                .add("uuid", rows, row -> Rows.value(row.message().replyTo()))
                .addTimes(rows, row -> row.message().birth().sentAt())
                .add("int8", rows, row -> row.message().text().changedSeq())
                .addTimes(rows, row -> Rows.editedAt(row.message()))
                .addTimes(rows, row -> Rows.deletedAt(row.message()))
                .add("int8", rows, OfConversation::offset);
    }

    private static void bindProgress(Columns columns, List<Progress> rows) throws SQLException {
        columns.add("int4", rows, Progress::partition)
                .add("int8", rows, Progress::nextOffset)
                .add("bytea", rows, row -> row.outbox().toByteArray())
                .add("bool", rows, Progress::resyncOwed);
    }

    private static void alter(Connection connection, List<OfConversation> rows) throws SQLException {
        try (var statement = connection.prepareStatement(ALTER)) {
            new Columns(connection, statement)
                    .add("uuid", rows, row -> row.conversationId().value())
                    .add("int8", rows, row -> row.message().seq())
                    .add("text", rows, Rows::content)
                    .add("int8", rows, row -> row.message().text().changedSeq())
                    .addTimes(rows, row -> Rows.editedAt(row.message()))
                    .addTimes(rows, row -> Rows.deletedAt(row.message()))
                    .add("int8", rows, OfConversation::offset);
            statement.executeUpdate();
        }
    }

    private static void refuse(Connection connection, List<Refusal> rows) throws SQLException {
        try (var statement = connection.prepareStatement(REFUSE)) {
            new Columns(connection, statement)
                    .add("int4", rows, Refusal::partition)
                    .add("int8", rows, Refusal::offset)
                    .add("text", rows, row -> row.envelope().userId().value())
                    .add("uuid", rows, row -> row.envelope().id().value())
                    .add("uuid", rows, row -> row.envelope().conversationId().value())
                    .add("text", rows, row -> row.code().name())
                    .add("text", rows, Refusal::reason)
                    .addTimes(rows, Refusal::at);
            statement.executeUpdate();
        }
    }
}
