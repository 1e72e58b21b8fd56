package dev.parley.load.check;

import dev.parley.load.client.Arrival;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;

/**
 * What a device did or saw. Texts are kept as fingerprints, and the ids of one history are the same objects throughout:
 * hundreds of thousands of events fit into a few tens of megabytes.
 */
public sealed interface Event {

    record Sent(MessageId message, Target target, long fingerprint) implements Event {}

    record Acked(MessageId message, ConversationId conversation) implements Event {}

    record Refused(MessageId message, String code) implements Event {}

    record Received(ConversationId conversation, Kept message, Arrival arrival) implements Event {

        /** It was behind what the device held, and dropped. */
        public boolean isRepeated() {
            return arrival == Arrival.REPEATED;
        }
    }

    /** Told by the server that nothing is missing up to here. */
    record Covered(ConversationId conversation, long through) implements Event {}

    record Marked(MarkKind kind, ConversationId conversation, long seq) implements Event {}

    record ReceiptSeen(MarkKind kind, ConversationId conversation, UserId user, long seq, Arrival arrival)
            implements
                Event {}
}
