package dev.parley.contracts;

import com.google.protobuf.ByteString;
import java.util.UUID;

/** Names a command; a send's is its message id. */
public record CommandId(UUID value) {

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static CommandId parse(String text) {
        return new CommandId(Uuids.parse("commandId", text));
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public static CommandId ofBytes(ByteString bytes) {
        return new CommandId(Uuids.parse("commandId", bytes));
    }

    public ByteString toBytes() {
        return Uuids.toBytes(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
