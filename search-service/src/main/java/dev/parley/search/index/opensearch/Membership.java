package dev.parley.search.index.opensearch;

import dev.parley.contracts.ConversationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What a user may see.
 *
 * @param user key of the user
 * @param joined the conversations they are in, each with the seq after which they see it
 */
record Membership(String user, Map<ConversationId, Long> joined) {

    Membership {
        joined = Map.copyOf(joined);
    }

    /** Those of the conversations of which they see a part only. */
    Map<String, Long> late() {
        var late = new HashMap<String, Long>();
        joined.forEach((conversation, seq) -> {
            if (seq > 0) {
                late.put(conversation.toString(), seq);
            }
        });
        return late;
    }

    /** With what holds for these conversations now. */
    Membership with(Collection<ConversationId> conversations, Map<ConversationId, Long> now) {
        var amended = new HashMap<>(joined);
        amended.keySet().removeAll(conversations);
        amended.putAll(now);
        return new Membership(user, amended);
    }
}
