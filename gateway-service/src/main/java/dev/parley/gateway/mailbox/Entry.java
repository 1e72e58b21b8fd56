package dev.parley.gateway.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * What was read from the mailbox.
 *
 * @param bytes null where the entry has no such field
 * @param pushedAt when a writer appended it, in milliseconds by the clock of Redis
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entry(byte @Nullable [] bytes, long pushedAt) {

    /** @param id of the stream, which begins with its time */
    static Entry of(String id, byte @Nullable [] bytes) {
        return new Entry(bytes, Long.parseLong(id, 0, id.indexOf('-'), 10));
    }
}
