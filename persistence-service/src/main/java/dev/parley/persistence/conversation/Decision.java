package dev.parley.persistence.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the conversation is after a command, and what came of it.
 *
 * @param conversation null where there is still none
 */
public record Decision(@Nullable Conversation conversation, List<Outcome> outcomes) {

    public Decision {
        outcomes = List.copyOf(outcomes);
    }

    static Decision of(@Nullable Conversation conversation, Outcome... outcomes) {
        return new Decision(conversation, List.of(outcomes));
    }

    static Decision of(Conversation conversation, List<Outcome> outcomes) {
        return new Decision(conversation, outcomes);
    }
}
