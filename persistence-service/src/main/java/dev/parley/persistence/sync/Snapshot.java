package dev.parley.persistence.sync;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.apache.kafka.common.Uuid;

/**
 * Where the database stands.
 *
 * @param history names the database and the log that its offsets count
 */
record Snapshot(long history, Offsets now) {

    static Snapshot of(UUID database, Uuid topicId, Offsets now) {
        var bytes = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(database.getMostSignificantBits())
                .putLong(database.getLeastSignificantBits())
                .putLong(topicId.getMostSignificantBits())
                .putLong(topicId.getLeastSignificantBits());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return new Snapshot(ByteBuffer.wrap(digest).getLong(), now);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /**
     * Whether what the token says was told is part of this history. A database restored from a backup is of the same
     * history as soon as it has caught up with what the token names: the same log makes the same facts.
     */
    boolean continues(SyncToken token) {
        return switch (token) {
            case SyncToken.Told(var known, var since) -> known == history && !since.isBeyond(now);
            case SyncToken.Underway(var known, var round) -> known == history && !round.until().isBeyond(now);
            case SyncToken.Foreign _ -> false;
        };
    }
}
