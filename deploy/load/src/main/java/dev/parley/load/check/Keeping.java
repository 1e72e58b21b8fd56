package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
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
            } else if (fate.refusal() == null && !isKept) {
                verdict.add(finding(Kind.LOST, fate, "acked, never refused, not in the history"));
            }
        }
        checkShown(evidence, verdict);
    }

    private static void checkShown(Evidence evidence, Verdict verdict) {
        var told = new HashSet<Kept>();
        for (var device : evidence.devices()) {
            for (var entry : device.entries()) {
                if (entry.event() instanceof Event.Received(var conversation, var message, _)
                        && evidence.kept(conversation, message.id()).isEmpty() && told.add(message)) {
                    verdict.add(new Finding(Kind.LOST, conversation, message.id(), device.user(),
                            "shown to " + device.name() + " as seq " + message.seq() + ", not in the history"));
                }
            }
        }
    }

    private static Finding finding(Kind kind, Fate fate, String detail) {
        return new Finding(kind, fate.conversation(), fate.id(), fate.sender(), detail);
    }
}
