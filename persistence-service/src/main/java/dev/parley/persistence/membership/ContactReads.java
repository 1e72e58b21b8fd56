package dev.parley.persistence.membership;

import dev.parley.contracts.UserId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who shares a conversation with somebody, now. */
@Repository
class ContactReads {

    private final JdbcClient jdbc;

    ContactReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of user ids. */
    List<Contact> after(UserId caller, String userId, int limit) {
        return jdbc.sql("""
            SELECT DISTINCT other.user_id
            FROM participants mine JOIN participants other USING (conversation_id)
            WHERE mine.user_id = :caller AND mine.left_seq IS NULL
              AND other.left_seq IS NULL AND other.user_id > :after AND other.user_id <> :caller
            ORDER BY other.user_id LIMIT :limit
            """)
                .param("caller", caller.value())
                .param("after", userId)
                .param("limit", limit)
                .query((row, _) -> new Contact(row.getString("user_id")))
                .list();
    }

    /** Those among {@code userIds}. */
    List<Contact> among(UserId caller, Collection<UserId> userIds) {
        return jdbc.sql("""
            SELECT asked.user_id FROM (SELECT DISTINCT unnest(:asked) COLLATE "C" AS user_id) asked
            WHERE asked.user_id <> :caller AND EXISTS (
                SELECT 1 FROM participants other JOIN participants mine USING (conversation_id)
                WHERE other.user_id = asked.user_id AND other.left_seq IS NULL
                  AND mine.user_id = :caller AND mine.left_seq IS NULL)
            ORDER BY asked.user_id
            """)
                .param("asked", userIds.stream().map(UserId::value).toArray(String[]::new))
                .param("caller", caller.value())
                .query((row, _) -> new Contact(row.getString("user_id")))
                .list();
    }
}
