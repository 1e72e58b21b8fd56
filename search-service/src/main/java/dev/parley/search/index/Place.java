package dev.parley.search.index;

import dev.parley.contracts.ConversationId;
import java.time.Instant;

/**
 * Where a hit stands in the order of a search: a page goes on after the place of the last hit of the page before, so
 * messages that arrive meanwhile move nothing.
 *
 * @param score 0 where the order is by time
 */
public record Place(double score, Instant sentAt, ConversationId conversationId, long seq) {}
