package dev.parley.persistence.sync;

import java.util.UUID;

/** How far the pages of a round have come: refusals first, in the order of the log, then conversations by id. */
sealed interface Position {

    Position START = new AfterRefusal(0, -1);

    record AfterRefusal(int partition, long offset) implements Position {}

    record AfterConversation(UUID conversationId) implements Position {

        /** No conversation has this id. */
        static final AfterConversation NONE = new AfterConversation(new UUID(0, 0));
    }
}
