package dev.parley.contracts;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as text and as the 16 bytes that travel in records. */
final class Uuids {

    static final int BYTES = 16;

    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** Stricter than {@link UUID#fromString}, which takes shortened groups. */
    static UUID parse(String what, String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    what + ": \"" + Text.excerpt(text)
                            + "\" (expected: a UUID like 0190163d-8694-739b-aea5-966c26f8ad91)");
        }
        return UUID.fromString(text);
    }

    static UUID parse(String what, ByteString bytes) {
        if (bytes.size() != BYTES) {
            throw new IllegalArgumentException(what + ": " + bytes.size() + " bytes (expected: " + BYTES + ")");
        }
        return ofBytes(bytes.asReadOnlyByteBuffer());
    }

    static UUID ofBytes(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static ByteString toBytes(UUID uuid) {
        var buffer = ByteBuffer.allocate(BYTES);
        buffer.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits()).flip();
        return ByteString.copyFrom(buffer);
    }

    /** A name-based UUID (version 8, RFC 9562) from the first 16 bytes of a digest. */
    static UUID version8(byte[] digest) {
        var bits = ByteBuffer.wrap(digest);
        var most = bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
        var least = bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
