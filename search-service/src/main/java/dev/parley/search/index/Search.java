package dev.parley.search.index;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.search.text.TextQuery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search on behalf of a user.
 *
 * @param after null for the first page
 */
public record Search(
        UserId caller,
        TextQuery query,
        Filter filter,
        Sort sort,
        @Nullable Place after,
        Bounds bounds) {

    /**
     * What narrows a search; null where it does not.
     *
     * @param from not before
     * @param to before
     */
    public record Filter(
            @Nullable ConversationId conversationId,
            @Nullable UserId senderId,
            @Nullable Instant from,
            @Nullable Instant to) {

        public static final Filter NONE = new Filter(null, null, null, null);
    }

    /**
     * What a search may cost.
     *
     * @param limit hits on a page
     * @param countTo how far the total is counted
     * @param timeout after which the index gives up with {@link IndexUnavailable}
     */
    public record Bounds(int limit, int countTo, Duration timeout) {}
}
