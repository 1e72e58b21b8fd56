package dev.parley.contracts;

import com.google.protobuf.ByteString;
import java.util.UUID;

/** Names a message within its conversation; chosen by the client that sends it. */
public record MessageId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static MessageId parse(String text) {
        return new MessageId(Uuids.parse("messageId", text));
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public static MessageId ofBytes(ByteString bytes) {
        return new MessageId(Uuids.parse("messageId", bytes));
    }

    public ByteString toBytes() {
        return Uuids.toBytes(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
