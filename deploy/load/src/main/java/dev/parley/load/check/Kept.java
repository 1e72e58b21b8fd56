package dev.parley.load.check;

import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import org.jspecify.annotations.Nullable;

/** A message as a history remembers it. */
public record Kept(MessageId id, long seq, long changedSeq, UserId sender, long fingerprint,
        @Nullable MessageId replyTo) {

    /** One that replies to none. */
    public Kept(MessageId id, long seq, long changedSeq, UserId sender, long fingerprint) {
        this(id, seq, changedSeq, sender, fingerprint, null);
    }

    static Kept of(Message message) {
        return new Kept(message.id(), message.seq(), message.changedSeq(), message.sender(), message.fingerprint(),
                message.replyTo());
    }

    boolean isUnchanged() {
        return seq == changedSeq;
    }
}
