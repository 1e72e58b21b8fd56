package dev.parley.load.wire;

import java.util.UUID;

/** The id of a conversation: a UUID, in lower case on the wire. */
public record ConversationId(UUID value) implements Comparable<ConversationId> {

    public static ConversationId parse(String text) {
        return new ConversationId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ConversationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
