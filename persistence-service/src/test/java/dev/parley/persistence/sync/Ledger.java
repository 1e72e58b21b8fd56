package dev.parley.persistence.sync;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.engines.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Leaves rows as writers do: each change takes the next offset of its partition. A partition that is held keeps its
 * changes uncommitted, as a writer in the middle of a batch does.
 */
final class Ledger implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final List<Connection> writers = new ArrayList<>();
    private final Set<Integer> held = new HashSet<>();

    Ledger(Database database) {
        try {
            for (var partition = 0; partition < PARTITIONS; partition++) {
                var writer = database.connect();
                writer.setAutoCommit(false);
                writers.add(writer);
                execute(partition, "INSERT INTO writer_progress (log_partition, next_offset) VALUES (?, 0)"
                        + " ON CONFLICT DO NOTHING", partition);
                commit(partition);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int partition(UUID conversation) {
        return Topics.partition(new ConversationId(conversation), PARTITIONS);
    }

    void hold(int partition) {
        held.add(partition);
    }

    void release(int partition) {
        held.remove(partition);
        commit(partition);
    }

    void releaseAll() {
        for (var partition = 0; partition < PARTITIONS; partition++) {
            release(partition);
        }
    }

    UUID create(UserId... members) {
        var id = UUID.randomUUID();
        change(id, """
            INSERT INTO conversations (conversation_id, kind, title, created_at, head_seq, active_at, log_partition,
                                       changed_offset)
            VALUES (?, 2, 'a title', now(), 0, now(), ?, 0)
            """, id, partition(id));
        for (var member : members) {
            execute(partition(id), """
                INSERT INTO participants (conversation_id, user_id, joined_seq, delivered_seq, read_seq)
                VALUES (?, ?, 0, 0, 0)
                """, id, member.value());
        }
        settle(id);
        return id;
    }

    void say(UUID id, UserId sender, String content) {
        change(id, "UPDATE conversations SET head_seq = head_seq + 1 WHERE conversation_id = ?", id);
        execute(partition(id), """
            INSERT INTO messages (conversation_id, seq, message_id, sender_id, fingerprint, content, sent_at,
                                  changed_seq, changed_offset)
            SELECT conversation_id, head_seq, gen_random_uuid(), ?, '', ?, now(), head_seq, changed_offset
            FROM conversations WHERE conversation_id = ?
            """, sender.value(), content, id);
        settle(id);
    }

    void edit(UUID id, long seq, String content) {
        alter(id, seq, "edited_at = now(), content = ?", content);
    }

    void delete(UUID id, long seq) {
        alter(id, seq, "deleted_at = now(), content = ?", null);
    }

    void read(UUID id, UserId reader, long seq) {
        change(id, """
            UPDATE participants SET read_seq = greatest(read_seq, ?), delivered_seq = greatest(delivered_seq, ?)
            WHERE conversation_id = ? AND user_id = ?
            """, seq, seq, id, reader.value());
        settle(id);
    }

    void rename(UUID id, String title) {
        change(id, "UPDATE conversations SET head_seq = head_seq + 1, title = ? WHERE conversation_id = ?", title, id);
        settle(id);
    }

    void leave(UUID id, UserId member) {
        change(id, "UPDATE conversations SET head_seq = head_seq + 1 WHERE conversation_id = ?", id);
        execute(partition(id), """
            UPDATE participants p SET left_seq = c.head_seq, left_offset = c.changed_offset FROM conversations c
            WHERE c.conversation_id = p.conversation_id AND p.conversation_id = ? AND user_id = ? AND left_seq IS NULL
            """, id, member.value());
        settle(id);
    }

    void enter(UUID id, UserId member) {
        change(id, "UPDATE conversations SET head_seq = head_seq + 1 WHERE conversation_id = ?", id);
        execute(partition(id), """
            INSERT INTO participants (conversation_id, user_id, joined_seq, delivered_seq, read_seq)
            SELECT conversation_id, ?, head_seq, head_seq, head_seq FROM conversations WHERE conversation_id = ?
            ON CONFLICT (conversation_id, user_id) DO UPDATE
            SET joined_seq = excluded.joined_seq, delivered_seq = excluded.delivered_seq,
                read_seq = excluded.read_seq, left_seq = NULL, left_offset = NULL
            """, member.value(), id);
        settle(id);
    }

    UUID refuse(UUID id, UserId userId) {
        var commandId = UUID.randomUUID();
        execute(partition(id), """
            INSERT INTO refusals (log_partition, log_offset, user_id, command_id, conversation_id, code, reason,
                                  refused_at)
            SELECT log_partition, next_offset, ?, ?, ?, 'CHAT_MARK_INVALID', 'seq: too far', now()
            FROM writer_progress WHERE log_partition = ?
            """, userId.value(), commandId, id, partition(id));
        settle(id);
        return commandId;
    }

    @Override
    public void close() {
        try {
            for (var writer : writers) {
                writer.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void alter(UUID id, long seq, String assignment, @org.jspecify.annotations.Nullable String content) {
        change(id, "UPDATE conversations SET head_seq = head_seq + 1 WHERE conversation_id = ?", id);
        execute(partition(id), """
            UPDATE messages m SET changed_seq = c.head_seq, changed_offset = c.changed_offset, %s FROM conversations c
            WHERE c.conversation_id = m.conversation_id AND m.conversation_id = ? AND m.seq = ?
            """.formatted(assignment), content, id, seq);
        settle(id);
    }

    /** Of one conversation, and marked so in its row. */
    private void change(UUID id, String sql, Object... parameters) {
        execute(partition(id), sql, parameters);
        execute(partition(id), """
            UPDATE conversations SET changed_offset = next_offset FROM writer_progress
            WHERE conversation_id = ? AND writer_progress.log_partition = ?
            """, id, partition(id));
    }

    private void settle(UUID id) {
        var partition = partition(id);
        execute(partition, "UPDATE writer_progress SET next_offset = next_offset + 1 WHERE log_partition = ?",
                partition);
        if (!held.contains(partition)) {
            commit(partition);
        }
    }

    private void execute(int partition, String sql, @org.jspecify.annotations.Nullable Object... parameters) {
        try (var statement = writers.get(partition).prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commit(int partition) {
        try {
            writers.get(partition).commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
