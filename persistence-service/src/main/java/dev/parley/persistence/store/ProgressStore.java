package dev.parley.persistence.store;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.contracts.wire.MailboxEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where each partition's writer goes on. */
@Repository
public class ProgressStore {

    private final JdbcClient jdbc;

    ProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Progress> find(int partition) {
        return jdbc.sql("""
            SELECT log_partition, next_offset, outbox, resync_owed
            FROM writer_progress WHERE log_partition = ?
            """).param(partition).query((row, _) -> progress(row)).optional();
    }

    /** Starts a partition that was never decided. Does nothing where somebody else was faster. */
    public void begin(int partition, long nextOffset) {
        jdbc.sql("""
            INSERT INTO writer_progress (log_partition, next_offset) VALUES (?, ?)
            ON CONFLICT (log_partition) DO NOTHING
            """).params(partition, nextOffset).update();
    }

    /** The next offset of every partition that was ever begun. */
    public Map<Integer, Long> nextOffsets() {
        var offsets = new HashMap<Integer, Long>();
        jdbc.sql("SELECT log_partition, next_offset FROM writer_progress").query(row -> {
            offsets.put(row.getInt("log_partition"), row.getLong("next_offset"));
        });
        return offsets;
    }

    private static Progress progress(ResultSet row) throws SQLException {
        try {
            return new Progress(
                    row.getInt("log_partition"),
                    row.getLong("next_offset"),
                    MailboxEntry.parseFrom(row.getBytes("outbox")),
                    row.getBoolean("resync_owed"));
        } catch (InvalidProtocolBufferException e) {
            throw new SQLException("outbox of partition " + row.getInt("log_partition") + " is not a MailboxEntry", e);
        }
    }
}
