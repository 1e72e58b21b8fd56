package dev.parley.search.index;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.search.text.AnalyzedText;

/** The state of one entity since the change {@link #seq()}. An index keeps the greatest of each entity. */
public sealed interface Change {

    ConversationId conversationId();

    long seq();

    /** A message that can be found. */
    record Shown(IndexedMessage message, AnalyzedText text) implements Change {

        @Override
        public ConversationId conversationId() {
            return message.conversationId();
        }

        @Override
        public long seq() {
            return message.changedSeq();
        }
    }

    /** A message that can't be found any more; the index keeps a marker, and none of its text. */
    record Deleted(ConversationId conversationId, MessageId messageId, long seq) implements Change {}

    /**
     * A user who is in the conversation.
     *
     * @param joinedSeq they see what came after it; 0 for those who were there from the beginning
     */
    record Joined(ConversationId conversationId, UserId userId, long seq, long joinedSeq) implements Change {}

    /** A user who is not in the conversation any more, and sees nothing of it. */
    record Left(ConversationId conversationId, UserId userId, long seq) implements Change {}
}
