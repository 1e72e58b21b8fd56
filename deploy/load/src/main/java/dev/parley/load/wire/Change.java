package dev.parley.load.wire;

import org.jspecify.annotations.Nullable;

/** One step of a conversation: a message born, edited or deleted, or something that carries no message (members, a title). */
public record Change(ConversationId conversation, long seq, @Nullable Message message) implements Comparable<Change> {

    public static Change of(Message message) {
        return new Change(message.conversation(), message.changedSeq(), message);
    }

    @Override
    public int compareTo(Change other) {
        return Long.compare(seq, other.seq);
    }
}
