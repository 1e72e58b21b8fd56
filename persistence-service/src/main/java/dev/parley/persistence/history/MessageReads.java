package dev.parley.persistence.history;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What was said in a conversation, as far as the caller may see it. Each answer is of one snapshot. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class MessageReads {

    /** In ascending {@code seq}. */
    record History(List<MessageView> messages, boolean hasMoreBefore, boolean hasMoreAfter) {}

    /** @param through all changes up to this one are covered */
    record Changes(List<ChangeView> changes, long through, boolean more) {}

    private record Seen(long headSeq, long joinedSeq, List<ParticipantView> participants) {}

    private final JdbcClient jdbc;

    MessageReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest messages below {@code before}. */
    History before(UserId userId, ConversationId conversationId, long before, int limit) {
        var seen = seen(userId, conversationId);
        var messages = jdbc.sql("SELECT " + MessageView.COLUMNS + """
            FROM messages m WHERE m.conversation_id = ? AND m.seq > ? AND m.seq < ?
            ORDER BY m.seq DESC LIMIT ?
            """)
                .params(conversationId.value(), seen.joinedSeq(), before, limit)
                .query((row, _) -> MessageView.of(row).seenBy(seen.participants()))
                .list()
                .reversed();
        return history(conversationId, seen, messages, before, before);
    }

    /** The oldest messages above {@code after}. */
    History after(UserId userId, ConversationId conversationId, long after, int limit) {
        var seen = seen(userId, conversationId);
        var messages = jdbc.sql("SELECT " + MessageView.COLUMNS + """
            FROM messages m WHERE m.conversation_id = ? AND m.seq > ? AND m.seq > ?
            ORDER BY m.seq LIMIT ?
            """)
                .params(conversationId.value(), seen.joinedSeq(), after, limit)
                .query((row, _) -> MessageView.of(row).seenBy(seen.participants()))
                .list();
        return history(conversationId, seen, messages, after + 1, after + 1);
    }

    /** What changed after {@code after}, in the order of the changes, each in its present state. */
    Changes changes(UserId userId, ConversationId conversationId, long after, int limit) {
        var seen = seen(userId, conversationId);
        var changes = jdbc.sql("""
            (SELECT %1$s FROM messages m
             WHERE m.conversation_id = :id AND m.seq > :after AND m.seq > :joined AND m.changed_seq = m.seq
             ORDER BY m.seq LIMIT :limit)
            UNION ALL
            (SELECT %1$s FROM messages m
             WHERE m.conversation_id = :id AND m.changed_seq > :after AND m.seq > :joined
               AND m.changed_seq <> m.seq
             ORDER BY m.changed_seq LIMIT :limit)
            ORDER BY changed_seq LIMIT :limit
            """.formatted(MessageView.COLUMNS))
                .param("id", conversationId.value())
                .param("after", after)
                .param("joined", seen.joinedSeq())
                .param("limit", limit)
                .query((row, _) -> ChangeView.of(MessageView.of(row).seenBy(seen.participants())))
                .list();
        var full = changes.size() == limit;
        var through = full ? changes.getLast().seq() : Math.max(after, seen.headSeq());
        return new Changes(changes, through, through < seen.headSeq());
    }

    private History history(
            ConversationId conversationId, Seen seen, List<MessageView> messages, long emptyFirst, long emptyEnd) {
        var first = messages.isEmpty() ? emptyFirst : messages.getFirst().seq();
        var end = messages.isEmpty() ? emptyEnd : messages.getLast().seq() + 1;
        return jdbc.sql("""
            SELECT EXISTS (SELECT 1 FROM messages WHERE conversation_id = :id AND seq > :joined AND seq < :first),
                   EXISTS (SELECT 1 FROM messages WHERE conversation_id = :id AND seq > :joined AND seq >= :end)
            """)
                .param("id", conversationId.value())
                .param("joined", seen.joinedSeq())
                .param("first", first)
                .param("end", end)
                .query((row, _) -> new History(messages, row.getBoolean(1), row.getBoolean(2)))
                .single();
    }

    private Seen seen(UserId userId, ConversationId conversationId) {
        var participants = jdbc.sql("SELECT " + ParticipantView.COLUMNS + """
            FROM participants p WHERE p.conversation_id = ? AND p.left_seq IS NULL
            """).param(conversationId.value()).query((row, _) -> ParticipantView.of(row)).list();
        var self = participants.stream()
                .filter(participant -> participant.userId().equals(userId.value()))
                .findFirst()
                .orElseThrow(() -> ConversationReads.notFound(conversationId));
        var head = jdbc.sql("SELECT head_seq FROM conversations WHERE conversation_id = ?")
                .param((UUID) conversationId.value())
                .query(Long.class)
                .single();
        return new Seen(head, self.joinedSeq(), participants);
    }
}
