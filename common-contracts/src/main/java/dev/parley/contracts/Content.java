package dev.parley.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The text of a message: well-formed, not blank, and never printed by accident. */
public record Content(String text) {

    private static final int FINGERPRINT_BYTES = 16;

    /** Why a text can't be the content of a message. */
    public enum Flaw {
        /** Nothing but white space. */
        BLANK,
        /** NUL, or half of a surrogate pair: no one could store it or send it on. */
        UNSENDABLE
    }

    /** @throws IllegalArgumentException if the text has a {@linkplain #flawOf flaw} */
    public Content {
        var flaw = flawOf(text);
        if (flaw != null) {
            throw new IllegalArgumentException("content: " + flaw);
        }
    }

    public static @Nullable Flaw flawOf(String text) {
        if (text.indexOf('\0') >= 0 || !Text.isWellFormed(text)) {
            return Flaw.UNSENDABLE;
        }
        return text.isBlank() ? Flaw.BLANK : null;
    }

    public int codePoints() {
        return Text.codePoints(text);
    }

    /**
     * What a message was born with, in 16 bytes: tells a repeated send from another message under the same id, even
     * after an edit.
     */
    public byte[] fingerprint(@Nullable MessageId replyTo) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            if (replyTo != null) {
                sha256.update(replyTo.toBytes().asReadOnlyByteBuffer());
            }
            sha256.update((byte) (replyTo == null ? 0 : 1));
            sha256.update(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(FINGERPRINT_BYTES).put(sha256.digest(), 0, FINGERPRINT_BYTES).array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Content[" + codePoints() + " code points]";
    }
}
