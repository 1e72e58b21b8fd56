package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import java.util.Objects;

/**
 * A message is what was sent, by who sent it and in reply to what, wherever it shows; only an edit or a deletion may change
 * the text.
 */
final class Integrity implements Rule {

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        evidence.stored().forEach((conversation, stored) -> stored.messages()
                .forEach(message -> compare(evidence, conversation, message, "in the history", verdict)));
        for (var device : evidence.devices()) {
            for (var entry : device.entries()) {
                if (entry.event() instanceof Event.Received(var conversation, var message, _)) {
                    compare(evidence, conversation, message, "on " + device.name(), verdict);
                }
            }
        }
    }

    private static void compare(Evidence evidence, ConversationId conversation, Kept message, String where,
            Verdict verdict) {
        var fate = evidence.fate(message.id()).orElse(null);
        if (fate == null) {
            return;
        }
        if (!fate.sender().equals(message.sender())) {
            verdict.add(new Finding(Kind.ALTERED, conversation, message.id(), fate.sender(),
                    where + " it is from " + message.sender()));
        } else if (!Objects.equals(fate.replyTo(), message.replyTo())) {
            verdict.add(new Finding(Kind.ALTERED, conversation, message.id(), fate.sender(),
                    where + " it replies to " + message.replyTo() + " (expected: " + fate.replyTo() + ")"));
        } else if (message.isUnchanged()
                ? fate.fingerprint() != message.fingerprint()
                : !evidence.alterations().wasWanted(message.id(), message.fingerprint())) {
            verdict.add(new Finding(Kind.ALTERED, conversation, message.id(), fate.sender(),
                    where + " its text is not what was " + (message.isUnchanged() ? "sent" : "made of it")));
        }
    }
}
