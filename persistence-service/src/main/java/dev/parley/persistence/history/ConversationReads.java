package dev.parley.persistence.history;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.persistence.history.ConversationView.Kind;
import dev.parley.persistence.history.ParticipantView.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** A member's conversations, each read in one snapshot. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ConversationReads {

    private static final int UNREAD_CAP = 999;

    /** The page is chosen before anything is derived for its conversations. */
    private static final String SELECT = """
        WITH page AS (
            SELECT c.conversation_id, c.kind, c.title, c.head_seq, c.created_at, c.active_at,
                   p.role, p.joined_seq, p.delivered_seq, p.read_seq
            FROM participants p JOIN conversations c USING (conversation_id)
            WHERE p.user_id = :user AND p.left_seq IS NULL AND %s
            ORDER BY c.active_at DESC, c.conversation_id DESC
            LIMIT :limit
        )
        SELECT page.conversation_id AS id, page.kind, page.title, page.head_seq, page.created_at, page.active_at,
               page.role, page.joined_seq, page.delivered_seq, page.read_seq, unread.count AS unread,
               """ + MessageView.COLUMNS + """
        FROM page
        LEFT JOIN LATERAL (
            SELECT * FROM messages newest
            WHERE newest.conversation_id = page.conversation_id AND newest.seq > page.joined_seq
            ORDER BY newest.seq DESC LIMIT 1
        ) m ON true
        CROSS JOIN LATERAL (
            SELECT count(*) AS count FROM (
                SELECT 1 FROM messages above
                WHERE above.conversation_id = page.conversation_id AND above.seq > page.read_seq
                  AND above.sender_id <> :user AND above.deleted_at IS NULL
                LIMIT :cap + 1
            ) AS counted
        ) unread
        ORDER BY page.active_at DESC, page.conversation_id DESC
        """;

    private static final String LIST = SELECT
            .formatted("(c.active_at, c.conversation_id) < (:activeAt, :conversation)");
    private static final String ONE = SELECT.formatted("c.conversation_id = :conversation");
    private static final String ALL_OF = SELECT.formatted("c.conversation_id = ANY (:conversations)");

    /** @param next null on the last page */
    record Page(List<ConversationView> conversations, @Nullable ConversationCursor next) {}

    private record Row(ConversationView view, ConversationCursor cursor) {}

    private final JdbcClient jdbc;

    ConversationReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page list(UserId userId, ConversationCursor after, int limit) {
        var rows = jdbc.sql(LIST)
                .param("user", userId.value())
                .param("cap", UNREAD_CAP)
                .param("activeAt", after.timestamp())
                .param("conversation", after.conversationId())
                .param("limit", limit + 1)
                .query((row, _) -> row(row))
                .list();
        var page = rows.stream().limit(limit).toList();
        return new Page(complete(page), rows.size() > limit ? page.getLast().cursor() : null);
    }

    public boolean includes(UserId userId, ConversationId conversationId) {
        return kind(userId, conversationId).isPresent();
    }

    /** @throws ChatException if there is none, or the caller is not in it */
    public boolean isGroup(UserId userId, ConversationId conversationId) {
        return kind(userId, conversationId).orElseThrow(() -> notFound(conversationId)) == Kind.group;
    }

    /** @throws ChatException if there is none, or the caller is not in it */
    public ConversationView get(UserId userId, ConversationId conversationId) {
        var rows = jdbc.sql(ONE)
                .param("user", userId.value())
                .param("cap", UNREAD_CAP)
                .param("conversation", conversationId.value())
                .param("limit", 1)
                .query((row, _) -> row(row))
                .list();
        return complete(rows).stream().findFirst().orElseThrow(() -> notFound(conversationId));
    }

    /** Those of {@code conversationIds} that the caller is in. */
    public List<ConversationView> allOf(UserId userId, Collection<UUID> conversationIds) {
        var rows = jdbc.sql(ALL_OF)
                .param("user", userId.value())
                .param("cap", UNREAD_CAP)
                .param("conversations", conversationIds.toArray(UUID[]::new))
                .param("limit", conversationIds.size())
                .query((row, _) -> row(row))
                .list();
        return complete(rows);
    }

    static ChatException notFound(ConversationId conversationId) {
        return new ChatException(
                ErrorCode.CHAT_CONVERSATION_NOT_FOUND,
                "conversationId: " + conversationId + " (expected: a conversation that you are in)");
    }

    private Optional<Kind> kind(UserId userId, ConversationId conversationId) {
        return jdbc.sql("""
            SELECT c.kind FROM conversations c JOIN participants p USING (conversation_id)
            WHERE conversation_id = ? AND p.user_id = ? AND p.left_seq IS NULL
            """)
                .params(conversationId.value(), userId.value())
                .query((row, _) -> Kind.of(row))
                .optional();
    }

    private List<ConversationView> complete(List<Row> rows) {
        var participants = participants(rows.stream().map(row -> row.view().conversationId()).toList());
        return rows.stream()
                .map(row -> row.view().with(participants.getOrDefault(row.view().conversationId(), List.of())))
                .toList();
    }

    private Map<UUID, List<ParticipantView>> participants(Collection<UUID> conversationIds) {
        var participants = new HashMap<UUID, List<ParticipantView>>();
        jdbc.sql("""
            SELECT p.conversation_id, %s FROM participants p
            WHERE p.conversation_id = ANY (?) AND p.left_seq IS NULL ORDER BY p.conversation_id, p.user_id
            """.formatted(ParticipantView.COLUMNS)).param(conversationIds.toArray(UUID[]::new)).query(row -> {
            participants
                    .computeIfAbsent(row.getObject("conversation_id", UUID.class), _ -> new ArrayList<>())
                    .add(ParticipantView.of(row));
        });
        return participants;
    }

    private static Row row(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var unread = row.getInt("unread");
        var kind = Kind.of(row);
        var hasMessage = row.getObject("message_id") != null;
        var view = new ConversationView(
                id,
                kind,
                row.getString("title"),
                row.getLong("head_seq"),
                Math.max(1, row.getLong("joined_seq")),
                Math.min(unread, UNREAD_CAP),
                unread > UNREAD_CAP ? true : null,
                row.getLong("read_seq"),
                row.getLong("delivered_seq"),
                kind == Kind.group ? Role.of(row) : null,
                List.of(),
                hasMessage ? MessageView.of(row) : null,
                Times.required(row, "created_at"));
        return new Row(view, new ConversationCursor(row.getTimestamp("active_at").toInstant(), id));
    }
}
