package dev.parley.load.wire;

import org.jspecify.annotations.Nullable;

/**
 * One step of a conversation: a message born, edited or deleted, or its members or title changed, or (neither) something that
 * only takes its number here.
 */
public record Change(ConversationId conversation, long seq, @Nullable Message message, @Nullable GroupChange group)
        implements
            Comparable<Change> {

    public static Change of(Message message) {
        return new Change(message.conversation(), message.changedSeq(), message, null);
    }

    @Override
    public int compareTo(Change other) {
        return Long.compare(seq, other.seq);
    }
}
