package dev.parley.persistence.conversation;

import dev.parley.contracts.Content;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is now.
 *
 * @param seq its place in the conversation, for good
 * @param birth the {@linkplain Content#fingerprint fingerprint} of what it was sent with
 */
public record StoredMessage(
        MessageId messageId, long seq, UserId senderId, Birth birth, Text text, @Nullable MessageId replyTo) {

    /** What it was sent with, and when. */
    public record Birth(byte[] fingerprint, Instant sentAt) {

        /** Whether a send with this fingerprint repeats the one that made the message. */
        boolean isOf(byte[] other) {
            return Arrays.equals(fingerprint, other);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Birth birth && isOf(birth.fingerprint) && sentAt.equals(birth.sentAt);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(fingerprint);
        }
    }

    /** What it says now, and the change that made it so. */
    public sealed interface Text {

        long changedSeq();

        /** Null once deleted. */
        @Nullable
        Content content();

        /** Never touched since it was sent: {@code changedSeq} is its {@code seq}. */
        record Original(Content content, long changedSeq) implements Text {}

        record Edited(Content content, long changedSeq, Instant at) implements Text {}

        /** Keeps its place and loses its content. */
        record Deleted(long changedSeq, Instant at) implements Text {

            @Override
            public @Nullable Content content() {
                return null;
            }
        }
    }

    static StoredMessage born(
            MessageId messageId, long seq, UserId senderId, Birth birth, Content content, @Nullable MessageId replyTo) {
        return new StoredMessage(messageId, seq, senderId, birth, new Text.Original(content, seq), replyTo);
    }

    StoredMessage with(Text newText) {
        return new StoredMessage(messageId, seq, senderId, birth, newText, replyTo);
    }
}
