package dev.parley.contracts;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Names a conversation. Both kinds follow from what they are made of, so that any gateway can name one without a
 * look-up, and a repeated creation is the same conversation.
 */
public record ConversationId(UUID value) implements Comparable<ConversationId> {

    /** No user id is empty, so a length of 0 in front keeps groups apart from direct conversations. */
    private static final byte[] GROUP_DOMAIN = new byte[0];

    /** The direct conversation of two users, whichever of them asks. */
    public static ConversationId direct(UserId one, UserId other) {
        var a = one.value().getBytes(StandardCharsets.UTF_8);
        var b = other.value().getBytes(StandardCharsets.UTF_8);
        return Arrays.compareUnsigned(a, b) <= 0 ? digest(a, b) : digest(b, a);
    }

    /** The group that {@code creator} made under an {@code Idempotency-Key}. */
    public static ConversationId group(UserId creator, String idempotencyKey) {
        return digest(
                GROUP_DOMAIN,
                creator.value().getBytes(StandardCharsets.UTF_8),
                idempotencyKey.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    public static ConversationId parse(String text) {
        return new ConversationId(Uuids.parse("conversationId", text));
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public static ConversationId ofBytes(ByteString bytes) {
        return new ConversationId(Uuids.parse("conversationId", bytes));
    }

    public ByteString toBytes() {
        return Uuids.toBytes(value);
    }

    /** In the order in which PostgreSQL sorts UUIDs: as unsigned bytes. */
    @Override
    public int compareTo(ConversationId other) {
        var most = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return most != 0
                ? most
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static ConversationId digest(byte[]... parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
                sha256.update(part);
            }
            return new ConversationId(Uuids.version8(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
