package dev.parley.load.wire;

import org.jspecify.annotations.Nullable;

/**
 * A message as it is now. {@code seq} is its birth, {@code changedSeq} its last change (equal until edited or deleted);
 * a deleted one has no content.
 */
public record Message(ConversationId conversation, long seq, long changedSeq, MessageId id, UserId sender,
        @Nullable Content content, @Nullable MessageId replyTo, @Nullable String sentAt) {

    public Message {
        if (seq < 1 || changedSeq < seq) {
            throw new IllegalArgumentException(
                    "message " + id + ": seq " + seq + ", changedSeq " + changedSeq
                            + " (expected: 1 <= seq <= changedSeq)");
        }
    }

    public boolean isUnchanged() {
        return changedSeq == seq;
    }

    /** The content's fingerprint, 0 for a deleted message. */
    public long fingerprint() {
        return content == null ? 0 : content.fingerprint();
    }
}
