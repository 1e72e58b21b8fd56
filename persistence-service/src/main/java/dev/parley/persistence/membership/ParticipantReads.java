package dev.parley.persistence.membership;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.history.ConversationReads;
import dev.parley.persistence.history.ParticipantView;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Those who are in a conversation, by page; for those who are in it. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class ParticipantReads {

    private final JdbcClient jdbc;
    private final ConversationReads conversations;

    ParticipantReads(JdbcClient jdbc, ConversationReads conversations) {
        this.jdbc = jdbc;
        this.conversations = conversations;
    }

    /** In the order of user ids. */
    List<Participant> after(UserId caller, ConversationId conversationId, String userId, int limit) {
        var inGroup = conversations.isGroup(caller, conversationId);
        return jdbc.sql("SELECT " + ParticipantView.COLUMNS + """
            FROM participants p WHERE p.conversation_id = ? AND p.left_seq IS NULL AND p.user_id > ?
            ORDER BY p.user_id LIMIT ?
            """)
                .params(conversationId.value(), userId, limit)
                .query((row, _) -> Participant.of(ParticipantView.of(row), inGroup))
                .list();
    }
}
