package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The receipts that a device heard. For what its user sent since the device was last cut off, and since the user was last out
 * of the conversation, it has heard how far everyone's marks have come: what was pushed before may have been missed, and is
 * read on demand, and who is out is told of nothing.
 */
final class Heard {

    private final DeviceLog device;
    private final Map<ConversationId, TreeSet<Long>> own = new HashMap<>();
    private final Map<Source, Long> receipts = new HashMap<>();

    private record Source(ConversationId conversation, UserId user, MarkKind kind) {}

    Heard(DeviceLog device) {
        this.device = device;
        for (var entry : device.entries()) {
            switch (entry.event()) {
                case Event.Interrupted() -> own.clear();
                case Event.Left(var conversation, _) -> own.remove(conversation);
                case Event.Received(var conversation, var message, var arrival) when arrival.isShown()
                        && message.isUnchanged() && message.sender().equals(device.user()) ->
                    own.computeIfAbsent(conversation, key -> new TreeSet<>()).add(message.seq());
                case Event.ReceiptSeen(var kind, var conversation, var user, var seq, _) -> {
                    receipts.merge(new Source(conversation, user, kind), seq, Math::max);
                    if (kind == MarkKind.READ) {
                        receipts.merge(new Source(conversation, user, MarkKind.DELIVERED), seq, Math::max);
                    }
                }
                default -> {
                    // Neither sent nor a receipt.
                }
            }
        }
    }

    void check(Evidence evidence, Verdict verdict) {
        own.forEach((conversation, numbers) -> {
            var stored = evidence.stored().get(conversation);
            if (stored != null) {
                stored.members()
                        .stream()
                        .filter(member -> !member.user().equals(device.user()))
                        .forEach(member -> check(conversation, member, numbers, verdict));
            }
        });
    }

    private void check(ConversationId conversation, Member member, TreeSet<Long> numbers, Verdict verdict) {
        for (var kind : MarkKind.values()) {
            var passed = numbers.floor(member.mark(kind));
            var heard = receipts.getOrDefault(new Source(conversation, member.user(), kind), 0L);
            if (passed != null && passed > member.joinedSeq() && heard < passed) {
                verdict.add(new Finding(Kind.RECEIPT_MISSING, conversation, null, member.user(),
                        device.name() + " heard of " + kind + " up to " + heard + ", the mark has passed its seq "
                                + passed));
            }
        }
    }
}
