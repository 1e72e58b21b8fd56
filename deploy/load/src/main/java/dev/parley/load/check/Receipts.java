package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.client.Arrival;
import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mark says no more than its device held without gaps, nobody sees a receipt before its mark was given, and once all is quiet
 * the marks have reached what the devices hold. (Assumes that every device of a recorded user is recorded.)
 */
final class Receipts implements Rule {

    private record Marker(UserId user, ConversationId conversation, MarkKind kind) {}

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var users = new HashMap<UserId, Progress>();
        for (var device : evidence.devices()) {
            users.computeIfAbsent(device.user(), user -> new Progress())
                    .follow(device, (conversation, kind, seq, reached) -> verdict.add(new Finding(Kind.EARLY_RECEIPT,
                            conversation, null, device.user(),
                            device.name() + " gave " + kind + " " + seq + ", holding up to " + reached)));
        }
        checkSeen(evidence, users, verdict);
        checkKept(evidence, users, verdict);
        for (var device : evidence.devices()) {
            var progress = users.get(device.user());
            if (device.present() && progress != null) {
                checkReached(evidence, device, progress, verdict);
                new Heard(device).check(evidence, verdict);
            }
        }
    }

    private static void checkSeen(Evidence evidence, Map<UserId, Progress> users, Verdict verdict) {
        var given = new HashMap<Marker, TreeMap<Long, Long>>();
        for (var device : evidence.devices()) {
            for (var entry : device.entries()) {
                if (!(entry.event() instanceof Event.ReceiptSeen seen) || seen.arrival() != Arrival.LIVE) {
                    continue;
                }
                var progress = users.get(seen.user());
                if (progress == null) {
                    continue;
                }
                var marks = given.computeIfAbsent(new Marker(seen.user(), seen.conversation(), seen.kind()),
                        marker -> progress.firstGiven(marker.conversation(), marker.kind()));
                var first = marks.ceilingEntry(seen.seq());
                if (first == null || first.getValue() > entry.at()) {
                    verdict.add(new Finding(Kind.EARLY_RECEIPT, seen.conversation(), null, seen.user(), device.name()
                            + " was shown " + seen.kind() + " " + seen.seq() + " before the mark was given"));
                }
            }
        }
    }

    private static void checkKept(Evidence evidence, Map<UserId, Progress> users, Verdict verdict) {
        evidence.stored().forEach((conversation, stored) -> {
            for (var member : stored.members()) {
                var progress = users.get(member.user());
                if (progress != null) {
                    checkKept(conversation, member, Math.max(member.joinedSeq(), progress.held(conversation)), verdict);
                }
            }
        });
    }

    private static void checkKept(ConversationId conversation, Member member, long held, Verdict verdict) {
        for (var kind : MarkKind.values()) {
            if (member.mark(kind) > held) {
                verdict.add(new Finding(Kind.EARLY_RECEIPT, conversation, null, member.user(),
                        "the kept mark " + kind + " is " + member.mark(kind) + ", the devices hold up to " + held));
            }
        }
    }

    private static void checkReached(Evidence evidence, DeviceLog device, Progress progress, Verdict verdict) {
        progress.lastOfOthers().forEach((conversation, seq) -> {
            var stored = evidence.stored().get(conversation);
            if (stored == null) {
                return;
            }
            stored.member(device.user()).ifPresent(member -> {
                for (var kind : MarkKind.values()) {
                    if (gives(device.marks(), kind) && member.mark(kind) < seq) {
                        verdict.add(new Finding(Kind.MARK_BEHIND, conversation, null, member.user(), "the kept mark "
                                + kind + " is " + member.mark(kind) + ", " + device.name() + " holds " + seq));
                    }
                }
            });
        });
    }

    private static boolean gives(MarkPolicy policy, MarkKind kind) {
        return switch (policy) {
            case NONE -> false;
            case DELIVERED -> kind == MarkKind.DELIVERED;
            case BOTH -> true;
        };
    }
}
