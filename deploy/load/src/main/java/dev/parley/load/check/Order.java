package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * One order for all. Devices see numbers rise, and under each number what the history has there; a sender's messages are kept
 * in the order sent; and what was sent after another's ack comes after it.
 */
final class Order implements Rule {

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        evidence.stored().forEach((conversation, stored) -> {
            checkListing(conversation, stored, verdict);
            checkRealTime(evidence, conversation, stored, verdict);
        });
        for (var device : evidence.devices()) {
            checkShown(evidence, device, verdict);
            checkSent(evidence, device, verdict);
        }
    }

    private static void checkListing(ConversationId conversation, Stored stored, Verdict verdict) {
        var last = 0L;
        for (var message : stored.messages()) {
            if (message.seq() <= last) {
                verdict.add(finding(conversation, message.id(),
                        "history lists seq " + message.seq() + " after seq " + last));
            }
            last = message.seq();
        }
    }

    /** From the newest back: no message may have been sent after one that now follows it had been acked. */
    private static void checkRealTime(Evidence evidence, ConversationId conversation, Stored stored, Verdict verdict) {
        var firstAck = Long.MAX_VALUE;
        MessageId follower = null;
        for (var message : stored.messages().stream().sorted(Comparator.comparingLong(Kept::seq).reversed()).toList()) {
            var fate = evidence.fate(message.id()).filter(sent -> !sent.wasKnownBefore()).orElse(null);
            if (fate == null) {
                continue;
            }
            if (fate.sentAt() > firstAck) {
                verdict.add(finding(conversation, message.id(),
                        "seq " + message.seq() + " was sent after the ack of " + follower + ", which now follows it"));
            }
            if (fate.ackedAt() < firstAck) {
                firstAck = fate.ackedAt();
                follower = fate.id();
            }
        }
    }

    private static void checkShown(Evidence evidence, DeviceLog device, Verdict verdict) {
        var reached = new HashMap<ConversationId, Long>();
        for (var entry : device.entries()) {
            if (entry.event() instanceof Event.Forgotten) {
                reached.clear();
            }
            if (!(entry.event() instanceof Event.Received received)) {
                continue;
            }
            var message = received.message();
            var conversation = received.conversation();
            if (received.isShown()) {
                var before = reached.getOrDefault(conversation, 0L);
                if (message.changedSeq() <= before) {
                    verdict.add(finding(conversation, message.id(),
                            device.name() + " was shown seq " + message.changedSeq() + " after seq " + before));
                }
                reached.merge(conversation, message.changedSeq(), Math::max);
            }
            evidence.kept(conversation, message.id())
                    .filter(kept -> kept.seq() != message.seq())
                    .ifPresent(kept -> verdict.add(finding(conversation, message.id(), device.name()
                            + " was shown it as seq " + message.seq() + ", the history has it as seq " + kept.seq())));
        }
    }

    private static void checkSent(Evidence evidence, DeviceLog device, Verdict verdict) {
        var last = new HashMap<ConversationId, Long>();
        for (var entry : device.entries()) {
            if (entry.event() instanceof Event.Sent sent) {
                evidence.fate(sent.message())
                        .filter(fate -> !fate.wasKnownBefore())
                        .ifPresent(fate -> checkFollows(evidence, fate, last, verdict));
            }
        }
    }

    private static void checkFollows(Evidence evidence, Fate fate, Map<ConversationId, Long> last, Verdict verdict) {
        var conversation = fate.conversation();
        var kept = evidence.kept(conversation, fate.id()).orElse(null);
        if (conversation == null || kept == null) {
            return;
        }
        var before = last.put(conversation, kept.seq());
        if (before != null && kept.seq() < before) {
            verdict.add(finding(conversation, fate.id(), fate.sender() + " sent it after what is now seq " + before
                    + ", and it is seq " + kept.seq()));
        }
    }

    private static Finding finding(ConversationId conversation, MessageId message, String detail) {
        return new Finding(Kind.REORDERED, conversation, message, null, detail);
    }
}
