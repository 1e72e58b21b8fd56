package dev.parley.persistence.notification;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import java.time.Instant;

/**
 * A message as {@code chat.events} told it.
 *
 * @param storedAt when its event was published, right after the commit
 */
record StoredMessage(
        Place place, ConversationId conversationId, long seq, MessageId messageId, UserId senderId, Instant storedAt) {

    /** Where its event stands. */
    record Place(int partition, long offset) {}
}
