package dev.parley.contracts;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/** UUIDs as text and as the 16 bytes that travel in records. */
final class Uuids {

    static final int BYTES = 16;

    private static final String SHAPE = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private Uuids() {}

    /** Stricter than {@link UUID#fromString}, which takes shortened groups. */
    static UUID parse(String what, String text) {
        if (!hasShape(text)) {
            throw new IllegalArgumentException(
                    what + ": \"" + Text.excerpt(text)
                            + "\" (expected: a UUID like 0190163d-8694-739b-aea5-966c26f8ad91)");
        }
        return UUID.fromString(text);
    }

    /** By hand, since a regular expression here was the dearest part of reading a frame. */
    private static boolean hasShape(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (var i = 0; i < SHAPE.length(); i++) {
            var fits = SHAPE.charAt(i) == '-' ? text.charAt(i) == '-' : HexFormat.isHexDigit(text.charAt(i));
            if (!fits) {
                return false;
            }
        }
        return true;
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
