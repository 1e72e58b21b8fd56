package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers have no holes. In the history every number up to the head is a birth or the last change of something, or was an
 * earlier change of something that changed again, or a change of a group's members or title that was asked for; on a device
 * each number follows the one before, or the server said that nothing lies between.
 */
final class Density implements Rule {

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        evidence.stored().forEach((conversation, stored) -> checkHistory(evidence, conversation, stored, verdict));
        evidence.devices().forEach(device -> checkDevice(device, verdict));
    }

    private static void checkHistory(Evidence evidence, ConversationId conversation, Stored stored, Verdict verdict) {
        if (stored.extent().through() != stored.head()) {
            verdict.add(gap(conversation, null,
                    "changes cover up to " + stored.extent().through() + ", the head is " + stored.head()));
        }
        checkNumbers(evidence, conversation, stored, verdict);
        for (var message : stored.messages()) {
            if (message.seq() > stored.head()) {
                verdict.add(
                        gap(conversation, message, "seq " + message.seq() + " lies beyond the head " + stored.head()));
            }
        }
    }

    private static void checkNumbers(Evidence evidence, ConversationId conversation, Stored stored, Verdict verdict) {
        var groupChanges = stored.isGroup() ? evidence.membership().changes(conversation) : Set.<Long>of();
        var known = new HashSet<>(groupChanges);
        stored.messages().forEach(message -> known.add(message.seq()));
        stored.steps().forEach(step -> known.add(step.seq()));
        var unknown = LongStream.rangeClosed(stored.extent().from(), stored.head())
                .boxed()
                .filter(seq -> !known.contains(seq))
                .toList();
        // Changes of a group that no device was told of by their number, since all of them were away.
        var unseen = Math.max(0, evidence.wishes().mostNumbers(conversation) - groupChanges.size());
        var changed = stored.messages().stream().filter(message -> !message.isUnchanged()).count();
        var overwritten = evidence.alterations().mostNumbers(conversation) - changed;
        // Where nobody could read the beginning, what was changed may be out of sight.
        var outOfSight = stored.extent().from() > 1 ? Math.max(0, overwritten) : 0;
        unknown.stream()
                .filter(seq -> !isSuperseded(seq, stored))
                .skip(unseen + outOfSight)
                .forEach(seq -> verdict.add(nothings(conversation, seq, stored)));
        unknown.stream()
                .skip(unseen + Math.max(0, overwritten))
                .forEach(seq -> verdict.add(nothings(conversation, seq, stored)));
    }

    private static Finding nothings(ConversationId conversation, long seq, Stored stored) {
        return gap(conversation, null, "seq " + seq + " of " + stored.head() + " is nothing's in the history");
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
                case Event.Received received when received.isShown() -> {
                    var seq = received.message().changedSeq();
                    var before = reached.getOrDefault(received.conversation(), 0L);
                    if (seq > before + 1) {
                        verdict.add(gap(received.conversation(), received.message(),
                                device.name() + " was shown seq " + seq + " after seq " + before));
                    }
                    reached.merge(received.conversation(), seq, Math::max);
                }
                case Event.Forgotten() -> reached.clear();
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
