package dev.parley.search.index.postgres;

import dev.parley.search.index.Batch;
import dev.parley.search.index.IndexedMessage;
import dev.parley.search.index.postgres.Newest.MembershipRow;
import dev.parley.search.index.postgres.Newest.MessageRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch in one round trip, however large. Each table keeps the greater number, whoever comes first: a writer that
 * meets a row of another's open transaction waits for it, and compares with what that has left.
 */
final class BatchWrite {

    private static final String WRITE = """
        INSERT INTO {schema}.messages AS m (conversation_id, message_id, changed_seq, seq, sent_at, edited_at,
                                            reply_to, sender_id, content, terms)
        SELECT conversation_id, message_id, changed_seq, seq, to_timestamp(sent_at / 1000.0),
               to_timestamp(edited_at / 1000.0), reply_to, sender_id, content, terms::tsvector
        FROM unnest(?::uuid[], ?::uuid[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::uuid[], ?::text[],
                    ?::text[], ?::text[])
             AS changed (conversation_id, message_id, changed_seq, seq, sent_at, edited_at, reply_to, sender_id,
                         content, terms)
        ON CONFLICT (conversation_id, message_id) DO UPDATE
        SET changed_seq = excluded.changed_seq, seq = excluded.seq, sent_at = excluded.sent_at,
            edited_at = excluded.edited_at, reply_to = excluded.reply_to, sender_id = excluded.sender_id,
            content = excluded.content, terms = excluded.terms
        WHERE excluded.changed_seq > m.changed_seq;

        INSERT INTO {schema}.memberships AS m (user_id, conversation_id, seq, joined_seq)
        SELECT user_id, conversation_id, seq, joined_seq
        FROM unnest(?::text[], ?::uuid[], ?::int8[], ?::int8[]) AS changed (user_id, conversation_id, seq, joined_seq)
        ON CONFLICT (user_id, conversation_id) DO UPDATE
        SET seq = excluded.seq, joined_seq = excluded.joined_seq
        WHERE excluded.seq > m.seq;

        INSERT INTO {schema}.positions AS p (log_partition, next_offset)
        SELECT log_partition, next_offset FROM unnest(?::int4[], ?::int8[]) AS read (log_partition, next_offset)
        ON CONFLICT (log_partition) DO UPDATE SET next_offset = excluded.next_offset
        WHERE excluded.next_offset > p.next_offset
        """;

    private final String sql;

    BatchWrite(GenerationTables tables) {
        sql = tables.in(WRITE);
    }

    void write(Connection connection, Batch batch) throws SQLException {
        var newest = Newest.of(batch);
        try (var statement = connection.prepareStatement(sql)) {
            var columns = new Columns(statement);
            bindMessages(columns, newest.messages());
            bindMemberships(columns, newest.memberships());
            bindPositions(columns, batch.positions());
            statement.execute();
        }
    }

    private static void bindMessages(Columns columns, Collection<MessageRow> rows) throws SQLException {
        columns.add("uuid", rows, MessageRow::conversationId)
                .add("uuid", rows, MessageRow::messageId)
                .add("int8", rows, MessageRow::seq)
                .add("int8", rows, row -> of(row, IndexedMessage::seq))
                .addTimes(rows, row -> (Instant) of(row, IndexedMessage::sentAt))
                .addTimes(rows, row -> (Instant) of(row, IndexedMessage::editedAt))
                .add("uuid", rows, row -> of(row, BatchWrite::replyTo))
                .add("text", rows, row -> of(row, message -> message.senderId().value()))
                .add("text", rows, row -> of(row, IndexedMessage::content))
                .add("text", rows, row -> row.shown() == null ? null : TermVector.of(row.shown().text()));
    }

    private static void bindMemberships(Columns columns, Collection<MembershipRow> rows) throws SQLException {
        columns.add("text", rows, MembershipRow::userId)
                .add("uuid", rows, MembershipRow::conversationId)
                .add("int8", rows, MembershipRow::seq)
                .add("int8", rows, MembershipRow::joinedSeq);
    }

    private static void bindPositions(Columns columns, Map<Integer, Long> positions) throws SQLException {
        var rows = positions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toList());
        columns.add("int4", rows, Map.Entry::getKey).add("int8", rows, Map.Entry::getValue);
    }

    private static @Nullable Object of(MessageRow row, Function<IndexedMessage, @Nullable Object> column) {
        return row.shown() == null ? null : column.apply(row.shown().message());
    }

    private static @Nullable Object replyTo(IndexedMessage message) {
        return message.replyTo() == null ? null : message.replyTo().value();
    }
}
