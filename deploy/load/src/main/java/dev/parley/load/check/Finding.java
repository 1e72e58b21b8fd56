package dev.parley.load.check;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import org.jspecify.annotations.Nullable;

/** A promise that was not kept: which, and where it shows. */
public record Finding(Kind kind, @Nullable ConversationId conversation, @Nullable MessageId message,
        @Nullable UserId user, String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** Acked or shown to someone, never refused, and not in the history. */
        LOST,
        /** In the history, or on a device, under two numbers. */
        DUPLICATED,
        /** A number that neither the history nor a device can account for. */
        GAP,
        /** Out of order: on a device, between devices and history, for a sender, or against what was acked before. */
        REORDERED,
        /** Another text, another sender or another message replied to than was sent. */
        ALTERED,
        /** Shown to someone outside the conversation. */
        LEAK,
        /** In the history, and not shown to a member's device that was there to the end. */
        UNDELIVERED,
        /** A member's device that was there to the end shows a message in a state that it is no longer in. */
        STALE,
        /** A mark moved past a message, and its sender's device, connected all the while, heard nothing of it. */
        RECEIPT_MISSING,
        /** A mark or a receipt beyond what the device held, or before it was given. */
        EARLY_RECEIPT,
        /** A mark that never reached what the device held. */
        MARK_BEHIND,
        /** Sent, and neither acked nor refused. */
        UNANSWERED,
        /** Refused, and in the history all the same. */
        CONTRADICTED,
        /** Something that was there before changed, or a recipient heard of it again. */
        DISTURBED
    }

    @Override
    public String toString() {
        var text = new StringBuilder(kind.name());
        append(text, "conversation", conversation);
        append(text, "message", message);
        append(text, "user", user);
        return text.append(": ").append(detail).toString();
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(' ').append(name).append('=').append(value);
        }
    }
}
