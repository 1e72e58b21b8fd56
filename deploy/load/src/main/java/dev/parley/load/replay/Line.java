package dev.parley.load.replay;

import dev.parley.load.wire.Content;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** One message of the corpus. Its id follows from its number and text, so that the same file has the same ids each time. */
record Line(int number, UserId from, UserId to, Content content, MessageId id) {

    Target target() {
        return new Target.Person(to);
    }

    /** A UUIDv8 from the SHA-256 of number and text. */
    static MessageId idOf(int number, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
            var bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            var high = bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
            var low = bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new MessageId(new UUID(high, low));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: not in this JDK", e);
        }
    }
}
