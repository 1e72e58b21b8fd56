package dev.parley.load.wire;

import java.util.UUID;

/** The id of a message: a UUID, in lower case on the wire. */
public record MessageId(UUID value) implements Comparable<MessageId> {

    public static MessageId parse(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
