package dev.parley.persistence.store;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a batch needs to see before it can be decided.
 *
 * @param marks as many as there are commands that move one
 */
public record Wanted(
        SortedSet<Integer> partitions,
        SortedSet<ConversationId> conversations,
        Set<WantedMessage> messages,
        List<WantedMark> marks) {

    public record WantedMessage(ConversationId conversationId, MessageId messageId) {}

    public record WantedMark(ConversationId conversationId, UserId userId, MarkMoved.Kind kind, long seq) {}
}
