package dev.parley.persistence.sync;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.persistence.history.ConversationView;
import dev.parley.persistence.history.MessageView;
import java.util.Comparator;
import java.util.List;

/**
 * A conversation as it is now, with what is new or changed in it.
 *
 * @param messages in the order of their changes
 * @param truncated older ones are new or changed as well: the client pages history or changes for them
 */
record SyncedConversation(
        @JsonUnwrapped ConversationView conversation, List<MessageView> messages, boolean truncated) {

    SyncedConversation {
        messages = messages.stream().sorted(Comparator.comparingLong(MessageView::changedSeq)).toList();
    }
}
