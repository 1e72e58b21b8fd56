package dev.parley.load.replay;

import dev.parley.load.client.Arrival;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far one line has come: on its way, in the log, at its recipient, and its receipts back at its sender. */
final class Performed {

    private final Line line;
    private final Dialogue dialogue;
    private final Set<MarkKind> receipts = EnumSet.noneOf(MarkKind.class);
    private boolean storedBefore;
    private boolean acked;
    private boolean echoed;
    private long sentAt;
    private long seq;
    private @Nullable ConversationId conversation;
    private @Nullable Arrival arrival;
    private @Nullable String refusal;

    Performed(Line line, Dialogue dialogue) {
        this.line = line;
        this.dialogue = dialogue;
    }

    Line line() {
        return line;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    /** It was in the history before this replay began. */
    void foundStored() {
        storedBefore = true;
    }

    boolean wasStoredBefore() {
        return storedBefore;
    }

    void sent(long at) {
        sentAt = at;
    }

    long sentAt() {
        return sentAt;
    }

    /** Whether this is the first ack. */
    boolean acked() {
        var first = !acked;
        acked = true;
        return first;
    }

    void refused(String code) {
        refusal = code;
    }

    boolean isRefused() {
        return refusal != null;
    }

    /** The sender's own device was told of it. */
    void echoed(ConversationId where, long place) {
        echoed = true;
        conversation = where;
        seq = place;
    }

    /** Whatever was said to the sender's device was said while it was away. */
    void answerMissed() {
        echoed = true;
    }

    @Nullable
    ConversationId conversation() {
        return conversation;
    }

    long seq() {
        return seq;
    }

    /** Whether this is the first time that the recipient has it. */
    boolean arrived(Arrival how) {
        var first = arrival == null;
        if (first) {
            arrival = how;
        }
        return first;
    }

    /** Whether this is the first time that a receipt of this kind is back. */
    boolean receiptIsBack(MarkKind kind) {
        return receipts.add(kind);
    }

    /** Nothing is to come any more, given whether the recipient's marks have come back. */
    boolean isComplete(boolean receiptsAreBack) {
        if (refusal != null) {
            return true;
        }
        return acked && echoed && (storedBefore || (arrival != null && receiptsAreBack));
    }

    boolean isAcked() {
        return acked;
    }

    /** What is missing, for the one who waits in vain. */
    String state() {
        return "line " + line.number() + " from " + line.from() + " to " + line.to() + ": "
                + (acked ? "acked" : "not acked") + ", " + (seq > 0 ? "seq " + seq : "no seq yet") + ", "
                + (arrival == null ? "not delivered" : "delivered " + arrival);
    }
}
