package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import org.jspecify.annotations.Nullable;

/** Nothing of a conversation is shown to anyone outside it. */
final class Privacy implements Rule {

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        for (var device : evidence.devices()) {
            for (var entry : device.entries()) {
                switch (entry.event()) {
                    case Event.Received(var conversation, var message, _) ->
                        check(evidence, device, conversation, message.id(), verdict);
                    case Event.ReceiptSeen(_, var conversation, _, _, _) ->
                        check(evidence, device, conversation, null, verdict);
                    default -> {
                        // The rest is the device's own doing, or carries nothing of a conversation.
                    }
                }
            }
        }
    }

    private static void check(Evidence evidence, DeviceLog device, ConversationId conversation,
            @Nullable MessageId message, Verdict verdict) {
        var members = evidence.members(conversation);
        if (!members.isEmpty() && !members.contains(device.user())) {
            verdict.add(new Finding(Kind.LEAK, conversation, message, device.user(),
                    "shown to " + device.name() + ", who is not one of its " + members.size() + " members"));
        }
    }
}
