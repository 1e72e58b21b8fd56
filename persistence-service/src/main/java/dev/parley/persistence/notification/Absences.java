package dev.parley.persistence.notification;

import dev.parley.contracts.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has not got what, and who was told: one statement each, for any number of messages. */
@Repository
class Absences {

    private static final String FIND = """
        SELECT stored.place, p.user_id
        FROM unnest(:conversations::uuid[], :seqs::int8[], :senders::text[]) WITH ORDINALITY
             AS stored (conversation_id, seq, sender_id, place)
        JOIN messages m ON m.conversation_id = stored.conversation_id AND m.seq = stored.seq
        JOIN participants p ON p.conversation_id = stored.conversation_id
        LEFT JOIN notified n ON n.conversation_id = p.conversation_id AND n.user_id = p.user_id
        WHERE m.deleted_at IS NULL AND p.left_seq IS NULL AND p.user_id <> stored.sender_id
          AND p.joined_seq < stored.seq AND p.delivered_seq < stored.seq
          AND (n.seq IS NULL OR n.seq < stored.seq)
        ORDER BY stored.place
        """;

    private static final String REMEMBER = """
        INSERT INTO notified AS n (conversation_id, user_id, seq)
        SELECT * FROM unnest(:conversations::uuid[], :users::text[], :seqs::int8[])
        ON CONFLICT (conversation_id, user_id) DO UPDATE SET seq = greatest(n.seq, excluded.seq)
        """;

    private record Key(UUID conversationId, UserId userId) {}

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the messages. A message that was deleted meanwhile is missed by nobody. */
    List<Absence> of(List<StoredMessage> messages) {
        return jdbc.sql(FIND)
                .param("conversations", messages.stream()
                        .map(message -> message.conversationId().value()).toArray(UUID[]::new))
                .param("seqs", messages.stream().map(StoredMessage::seq).toArray(Long[]::new))
                .param("senders", messages.stream()
                        .map(message -> message.senderId().value()).toArray(String[]::new))
                .query((row, _) -> new Absence(
                        messages.get(row.getInt("place") - 1), new UserId(row.getString("user_id"))))
                .list();
    }

    void remember(List<Absence> told) {
        var newest = new HashMap<Key, Long>();
        told.forEach(absence -> newest.merge(
                new Key(absence.message().conversationId().value(), absence.userId()),
                absence.message().seq(),
                Math::max));
        // In one order everywhere, since two instances may do this at once while partitions change hands.
        var keys = newest.keySet().stream()
                .sorted(Comparator.comparing(Key::conversationId).thenComparing(Key::userId))
                .toList();
        jdbc.sql(REMEMBER)
                .param("conversations", keys.stream().map(Key::conversationId).toArray(UUID[]::new))
                .param("users", keys.stream().map(key -> key.userId().value()).toArray(String[]::new))
                .param("seqs", keys.stream().map(newest::get).toArray(Long[]::new))
                .update();
    }
}
