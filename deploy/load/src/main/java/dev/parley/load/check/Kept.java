package dev.parley.load.check;

import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;

/** A message as a history remembers it. */
public record Kept(MessageId id, long seq, long changedSeq, UserId sender, long fingerprint) {

    static Kept of(Message message) {
        return new Kept(message.id(), message.seq(), message.changedSeq(), message.sender(), message.fingerprint());
    }

    boolean isUnchanged() {
        return seq == changedSeq;
    }
}
