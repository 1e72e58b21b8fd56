package dev.parley.load.check;

import dev.parley.load.client.Arrival;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device did or saw. Texts are kept as fingerprints, and the ids of one history are the same objects throughout:
 * hundreds of thousands of events fit into a few tens of megabytes.
 */
public sealed interface Event {

    record Sent(MessageId message, Target target, long fingerprint, @Nullable MessageId replyTo) implements Event {}

    record Acked(MessageId message, ConversationId conversation) implements Event {}

    record Refused(MessageId message, String code) implements Event {}

    record Received(ConversationId conversation, Kept message, Arrival arrival) implements Event {

        public boolean isShown() {
            return arrival.isShown();
        }
    }

    /** Told by the server that nothing is missing up to here. */
    record Covered(ConversationId conversation, long through) implements Event {}

    record Marked(MarkKind kind, ConversationId conversation, long seq) implements Event {}

    record ReceiptSeen(MarkKind kind, ConversationId conversation, UserId user, long seq, Arrival arrival)
            implements
                Event {}

    /** The device learned that its user is in this conversation, and sees it from this number on. */
    record Met(ConversationId conversation, long from) implements Event {}

    /** The device learned that its user is out of this conversation, by this change; 0 where it was not told which. */
    record Left(ConversationId conversation, long seq) implements Event {}

    /** The device was told how a group changed. */
    record GroupChanged(ConversationId conversation, long seq, List<UserId> added, List<UserId> removed)
            implements
                Event {

        public GroupChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /** An edit (or, with a fingerprint of 0, a deletion) was handed to the device. */
    record Altering(ConversationId conversation, MessageId message, long fingerprint) implements Event {}

    /** It was acked as this command; repeated, it may be in the log more than once. */
    record Altered(ConversationId conversation, MessageId message, long fingerprint, MessageId command,
            boolean repeated) implements Event {}

    /** The device's user wants a group to change. */
    record Asked(Wish wish, ConversationId conversation, UserId user) implements Event {}

    /** The server has done it. */
    record Granted(Wish wish, ConversationId conversation, UserId user) implements Event {}

    /** From here on the device may have missed what is pushed once only. */
    record Interrupted() implements Event {}

    /** The server has another history than the device: it begins anew. */
    record Forgotten() implements Event {}

    /** What a user can want of a group. */
    enum Wish {
        /** The group began with this user; that takes no number. */
        FOUND,
        ADD,
        REMOVE,
        RENAME
    }
}
