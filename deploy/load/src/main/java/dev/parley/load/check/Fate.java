package dev.parley.load.check;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import org.jspecify.annotations.Nullable;

/** What became of one message that a device sent. */
final class Fate {

    private static final long NEVER = Long.MAX_VALUE;

    private final MessageId id;
    private final UserId sender;
    private final Target target;
    private final long fingerprint;
    private final @Nullable MessageId replyTo;
    private final long sentAt;
    private long ackedAt = NEVER;
    private long seenAt = NEVER;
    private @Nullable ConversationId conversation;
    private @Nullable String refusal;

    Fate(Event.Sent sent, UserId sender, long at) {
        this.id = sent.message();
        this.sender = sender;
        this.target = sent.target();
        this.fingerprint = sent.fingerprint();
        this.replyTo = sent.replyTo();
        this.sentAt = at;
        if (sent.target() instanceof Target.Room(var room)) {
            conversation = room;
        }
    }

    void acked(ConversationId where, long at) {
        conversation = where;
        ackedAt = Math.min(ackedAt, at);
    }

    void refused(String code) {
        refusal = code;
    }

    void seen(long at) {
        seenAt = Math.min(seenAt, at);
    }

    MessageId id() {
        return id;
    }

    UserId sender() {
        return sender;
    }

    Target target() {
        return target;
    }

    long fingerprint() {
        return fingerprint;
    }

    @Nullable
    MessageId replyTo() {
        return replyTo;
    }

    long sentAt() {
        return sentAt;
    }

    long ackedAt() {
        return ackedAt;
    }

    boolean isAcked() {
        return ackedAt != NEVER;
    }

    /** It was in the history before this run sent it: a repetition, which says nothing about order. */
    boolean wasKnownBefore() {
        return seenAt < sentAt;
    }

    @Nullable
    ConversationId conversation() {
        return conversation;
    }

    @Nullable
    String refusal() {
        return refusal;
    }
}
