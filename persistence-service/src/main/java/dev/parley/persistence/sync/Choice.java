package dev.parley.persistence.sync;

import java.util.UUID;

/**
 * A conversation to tell of, before any of it is read.
 *
 * @param since of its partition
 * @param gone the caller is no longer in it
 * @param bytes of its new and changed messages' content: it takes no less
 */
record Choice(UUID conversationId, long joinedSeq, long since, boolean gone, long bytes) {}
