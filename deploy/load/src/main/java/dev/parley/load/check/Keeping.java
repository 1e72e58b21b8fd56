package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import java.util.HashSet;

/** Every acked message is in the history or was refused; what anyone was shown is there too; no send goes unanswered. */
final class Keeping implements Rule {

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        for (var fate : evidence.fates()) {
            var isKept = evidence.kept(fate.conversation(), fate.id()).isPresent();
            if (fate.refusal() != null && isKept) {
                verdict.add(finding(Kind.CONTRADICTED, fate, "refused with " + fate.refusal() + ", and kept"));
            } else if (fate.refusal() == null && !fate.isAcked()) {
                verdict.add(finding(Kind.UNANSWERED, fate, "sent, neither acked nor refused"));
            } else if (fate.refusal() == null && !isKept && isReadable(evidence, fate)) {
                verdict.add(finding(Kind.LOST, fate, "acked, never refused, not in the history"));
            }
        }
        checkShown(evidence, verdict);
        evidence.alterations().altered().forEach(message -> checkAltered(evidence, message, verdict));
    }

    /** What lies before the coming of those who are left in a group cannot be read any more. */
    private static boolean isReadable(Evidence evidence, Fate fate) {
        var conversation = fate.conversation();
        if (conversation == null) {
            return true;
        }
        var stored = evidence.stored().get(conversation);
        return stored == null ? !evidence.isGroup(conversation) : stored.extent().from() <= 1;
    }

    /** The last edit or deletion that was acked and not refused is what the message has come to. */
    private static void checkAltered(Evidence evidence, MessageId message, Verdict verdict) {
        var applied = evidence.alterations().applied(message);
        if (applied.isEmpty()) {
            return;
        }
        var last = applied.getLast();
        evidence.kept(last.conversation(), message)
                .filter(kept -> kept.fingerprint() != last.fingerprint())
                .ifPresent(kept -> verdict.add(new Finding(Kind.LOST, last.conversation(), message, kept.sender(),
                        "its last change, command " + last.command() + ", was acked and is not in the history")));
    }

    private static void checkShown(Evidence evidence, Verdict verdict) {
        var told = new HashSet<Kept>();
        for (var device : evidence.devices()) {
            for (var entry : device.entries()) {
                if (entry.event() instanceof Event.Received(var conversation, var message, _)
                        && evidence.kept(conversation, message.id()).isEmpty()
                        && isReadable(evidence, conversation, message) && told.add(message)) {
                    verdict.add(new Finding(Kind.LOST, conversation, message.id(), device.user(),
                            "shown to " + device.name() + " as seq " + message.seq() + ", not in the history"));
                }
            }
        }
    }

    private static boolean isReadable(Evidence evidence, ConversationId conversation, Kept message) {
        var stored = evidence.stored().get(conversation);
        return stored == null ? !evidence.isGroup(conversation) : message.seq() >= stored.extent().from();
    }

    private static Finding finding(Kind kind, Fate fate, String detail) {
        return new Finding(kind, fate.conversation(), fate.id(), fate.sender(), detail);
    }
}
