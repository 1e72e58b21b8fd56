package dev.parley.persistence.store;

import dev.parley.contracts.ConversationId;
import dev.parley.persistence.conversation.Conversation;
import java.util.Map;

/**
 * What a batch is decided over, locked until its transaction ends.
 *
 * @param nextOffsets by partition
 */
public record Loaded(Map<Integer, Long> nextOffsets, Map<ConversationId, Conversation> conversations) {}
