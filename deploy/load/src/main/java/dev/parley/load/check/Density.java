package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import java.util.HashMap;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * Numbers have no holes. In the history every number up to the head is a birth or the last change of something, or may have
 * been an earlier change of something that changed again; on a device each number follows the one before, or the server said
 * that nothing lies between.
 */
final class Density implements Rule {

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        evidence.stored().forEach((conversation, stored) -> checkHistory(conversation, stored, verdict));
        evidence.devices().forEach(device -> checkDevice(device, verdict));
    }

    private static void checkHistory(ConversationId conversation, Stored stored, Verdict verdict) {
        if (stored.through() != stored.head()) {
            verdict.add(gap(conversation, null,
                    "changes cover up to " + stored.through() + ", the head is " + stored.head()));
        }
        var known = new HashSet<Long>();
        stored.messages().forEach(message -> known.add(message.seq()));
        stored.steps().forEach(step -> known.add(step.seq()));
        for (var seq = 1L; seq <= stored.head(); seq++) {
            if (!known.contains(seq) && !isSuperseded(seq, stored)) {
                verdict.add(gap(conversation, null,
                        "seq " + seq + " of " + stored.head() + " is nothing's in the history"));
            }
        }
        for (var message : stored.messages()) {
            if (message.seq() > stored.head()) {
                verdict.add(
                        gap(conversation, message, "seq " + message.seq() + " lies beyond the head " + stored.head()));
            }
        }
    }

    /** Whether something that changed later may have had this number in between. */
    private static boolean isSuperseded(long seq, Stored stored) {
        return stored.steps().stream().anyMatch(step -> {
            var message = step.message();
            return step.seq() > seq && (message == null || message.seq() < seq);
        });
    }

    private static void checkDevice(DeviceLog device, Verdict verdict) {
        var reached = new HashMap<ConversationId, Long>();
        for (var entry : device.entries()) {
            switch (entry.event()) {
                case Event.Covered(var conversation, var through) -> reached.merge(conversation, through, Math::max);
                case Event.Received received when !received.isRepeated() -> {
                    var seq = received.message().changedSeq();
                    var before = reached.getOrDefault(received.conversation(), 0L);
                    if (seq > before + 1) {
                        verdict.add(gap(received.conversation(), received.message(),
                                device.name() + " was shown seq " + seq + " after seq " + before));
                    }
                    reached.merge(received.conversation(), seq, Math::max);
                }
                default -> {
                    // The rest takes no number.
                }
            }
        }
    }

    private static Finding gap(ConversationId conversation, @Nullable Kept message, String detail) {
        return new Finding(Kind.GAP, conversation, message == null ? null : message.id(), null, detail);
    }
}
