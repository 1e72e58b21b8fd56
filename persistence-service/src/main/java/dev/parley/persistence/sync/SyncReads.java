package dev.parley.persistence.sync;

import dev.parley.contracts.UserId;
import dev.parley.persistence.history.MessageView;
import dev.parley.persistence.sync.Position.AfterConversation;
import dev.parley.persistence.sync.Position.AfterRefusal;
import dev.parley.start.LogSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.Uuid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a page is read with: a fixed number of statements, all within one transaction of one snapshot.
 *
 * <p>A caller's conversations are walked in the order of their ids until the page is full; whether one has changed is
 * seen in its row, since an index of {@code changed_offset} would cost the writer an index entry for every batch.
 */
@Repository
class SyncReads {

    /**
     * The newest changes to messages that a member may see, of the conversation {@code page}. Offsets grow with
     * {@code changed_seq}, so none that is new hides behind one that is old. A message that never changed is among the
     * newest by {@code seq} if it is among the newest at all; the others have an index of their own.
     */
    private static final String NEWS = """
        SELECT newest.seq, newest.changed_seq, newest.bytes FROM (
            (SELECT seq, changed_seq, changed_offset, octet_length(content) AS bytes FROM messages
             WHERE conversation_id = page.conversation_id AND seq > page.joined_seq
             ORDER BY seq DESC LIMIT :messages + 1)
            UNION
            (SELECT seq, changed_seq, changed_offset, octet_length(content) FROM messages
             WHERE conversation_id = page.conversation_id AND seq > page.joined_seq
               AND changed_seq <> seq AND NOT :first
             ORDER BY changed_seq DESC LIMIT :messages + 1)
        ) newest
        WHERE newest.changed_offset >= page.since
        ORDER BY CASE WHEN :first THEN newest.seq ELSE newest.changed_seq END DESC LIMIT :messages + 1
        """;

    private static final String CHOICES = """
        WITH page AS (
            SELECT p.conversation_id, p.joined_seq, p.left_seq IS NOT NULL AS gone,
                   (:since::int8[])[c.log_partition + 1] AS since
            FROM participants p JOIN conversations c USING (conversation_id)
            WHERE p.user_id = :user AND p.conversation_id > :after
              AND CASE WHEN p.left_seq IS NULL THEN c.changed_offset ELSE p.left_offset END
                  >= (:since::int8[])[c.log_partition + 1]
              AND (p.left_seq IS NULL OR NOT :first)
            ORDER BY p.conversation_id
            LIMIT :limit
        )
        SELECT page.conversation_id, page.joined_seq, page.gone, page.since,
               CASE WHEN page.gone THEN 0 ELSE (SELECT coalesce(sum(news.bytes), 0) FROM (%s) news) END AS bytes
        FROM page
        ORDER BY page.conversation_id
        """.formatted(NEWS);

    private static final String MESSAGES = "SELECT " + MessageView.COLUMNS + """
        FROM unnest(:ids::uuid[], :joined::int8[], :since::int8[]) AS page (conversation_id, joined_seq, since)
        CROSS JOIN LATERAL (%s) news
        JOIN messages m ON m.conversation_id = page.conversation_id AND m.seq = news.seq
        ORDER BY m.conversation_id, CASE WHEN :first THEN m.seq ELSE m.changed_seq END DESC
        """.formatted(NEWS);

    private static final String REFUSALS = """
        SELECT log_partition, log_offset, command_id, conversation_id, code, reason, refused_at
        FROM refusals
        WHERE user_id = :user
          AND (log_partition, log_offset) > (:partition, :offset)
          AND log_offset >= (:since::int8[])[log_partition + 1]
          AND log_offset < (:until::int8[])[log_partition + 1]
        ORDER BY log_partition, log_offset
        LIMIT :limit
        """;

    private final JdbcClient jdbc;
    private final int partitions;
    private final int messages;

    SyncReads(JdbcClient jdbc, LogSettings log, SyncSettings settings) {
        this.jdbc = jdbc;
        this.partitions = log.partitions();
        this.messages = settings.messages();
    }

    /** What is read after it, in the same transaction, is what these offsets have brought about. */
    Snapshot snapshot(Uuid topicId) {
        var next = new ArrayList<>(Offsets.zero(partitions).next());
        jdbc.sql("SELECT log_partition, next_offset FROM writer_progress WHERE log_partition < ?")
                .param(partitions)
                .query(row -> {
                    next.set(row.getInt("log_partition"), row.getLong("next_offset"));
                });
        var database = jdbc.sql("SELECT id FROM log_history").query(UUID.class).single();
        return Snapshot.of(Objects.requireNonNull(database), topicId, new Offsets(next));
    }

    /** One more than {@code limit}, where there are more. */
    List<RefusalView> refusals(UserId userId, Round round, AfterRefusal after, int limit) {
        return jdbc.sql(REFUSALS)
                .param("user", userId.value())
                .param("partition", after.partition())
                .param("offset", after.offset())
                .param("since", round.since().toArray())
                .param("until", round.until().toArray())
                .param("limit", limit + 1)
                .query((row, _) -> RefusalView.of(row))
                .list();
    }

    /** One more than {@code limit}, where there are more. */
    List<Choice> choices(UserId userId, Round round, AfterConversation after, int limit) {
        return jdbc.sql(CHOICES)
                .param("user", userId.value())
                .param("after", after.conversationId())
                .param("since", round.since().toArray())
                .param("first", round.first())
                .param("messages", messages)
                .param("limit", limit + 1)
                .query((row, _) -> choice(row))
                .list();
    }

    /** For each conversation the newest first, and one more than settings allow where there are more. */
    Map<UUID, List<MessageView>> messages(List<Choice> choices, boolean first) {
        var found = new HashMap<UUID, List<MessageView>>();
        jdbc.sql(MESSAGES)
                .param("ids", choices.stream().map(Choice::conversationId).toArray(UUID[]::new))
                .param("joined", choices.stream().map(Choice::joinedSeq).toArray(Long[]::new))
                .param("since", choices.stream().map(Choice::since).toArray(Long[]::new))
                .param("first", first)
                .param("messages", messages)
                .query(row -> {
                    var message = MessageView.of(row);
                    found.computeIfAbsent(message.conversationId(), _ -> new ArrayList<>()).add(message);
                });
        return found;
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                row.getObject("conversation_id", UUID.class),
                row.getLong("joined_seq"),
                row.getLong("since"),
                row.getBoolean("gone"),
                row.getLong("bytes"));
    }
}
