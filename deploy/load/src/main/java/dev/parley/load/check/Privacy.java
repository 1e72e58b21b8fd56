package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Nothing of a conversation is shown to anyone outside it. Who is in a group changes: its members see what was born after they
 * came, as long as they are there, and whoever has been removed sees nothing that was sent after that was done.
 */
final class Privacy implements Rule {

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        for (var device : evidence.devices()) {
            for (var entry : device.entries()) {
                switch (entry.event()) {
                    case Event.Received(var conversation, var message, _) -> {
                        if (evidence.isGroup(conversation)) {
                            checkInGroup(evidence, device, entry, verdict);
                        } else {
                            checkBelongs(evidence, device, conversation, message.id(), verdict);
                        }
                    }
                    case Event.ReceiptSeen(_, var conversation, _, _, _) ->
                        checkBelongs(evidence, device, conversation, null, verdict);
                    case Event.Met(var conversation, _) -> checkInvited(evidence, device, conversation, verdict);
                    case Event.GroupChanged(var conversation, _, _, _) ->
                        checkInvited(evidence, device, conversation, verdict);
                    default -> {
                        // The rest is the device's own doing, or carries nothing of a conversation.
                    }
                }
            }
        }
    }

    private static void checkBelongs(Evidence evidence, DeviceLog device, ConversationId conversation,
            @Nullable MessageId message, Verdict verdict) {
        if (evidence.isGroup(conversation)) {
            checkInvited(evidence, device, conversation, verdict);
            return;
        }
        var members = evidence.members(conversation);
        if (!members.isEmpty() && !members.contains(device.user())) {
            verdict.add(leak(device, conversation, message, "who is not one of its " + members.size() + " members"));
        }
    }

    private static void checkInvited(Evidence evidence, DeviceLog device, ConversationId conversation,
            Verdict verdict) {
        if (evidence.wishes().wasNeverInvited(conversation, device.user())) {
            verdict.add(leak(device, conversation, null, "whom nobody ever asked in"));
        } else if (!evidence.membership().wasEverIn(conversation, device.user())) {
            verdict.add(leak(device, conversation, null, "who never was a member"));
        }
    }

    private static void checkInGroup(Evidence evidence, DeviceLog device, DeviceLog.Entry entry, Verdict verdict) {
        if (!(entry.event() instanceof Event.Received(var conversation, var message, _))) {
            return;
        }
        checkInvited(evidence, device, conversation, verdict);
        if (!evidence.membership().mayShow(conversation, device.user(), message)) {
            verdict.add(leak(device, conversation, message.id(), "who was no member from seq " + message.seq()
                    + " to seq " + message.changedSeq()));
        }
        evidence.fate(message.id())
                .filter(fate -> evidence.wishes()
                        .wasSurelyOut(conversation, device.user(), fate.sentAt(), entry.at()))
                .ifPresent(fate -> verdict.add(
                        leak(device, conversation, message.id(), "who had been removed before it was sent")));
    }

    private static Finding leak(DeviceLog device, ConversationId conversation, @Nullable MessageId message,
            String why) {
        return new Finding(Kind.LEAK, conversation, message, device.user(),
                "shown to " + device.name() + ", " + why);
    }
}
