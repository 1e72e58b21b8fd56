package dev.parley.persistence.store;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import java.util.Set;
import java.util.SortedSet;

/** What a batch needs to see before it can be decided. */
public record Wanted(
        SortedSet<Integer> partitions, SortedSet<ConversationId> conversations, Set<WantedMessage> messages) {

    public record WantedMessage(ConversationId conversationId, MessageId messageId) {}
}
