package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Once all is quiet, each device that was there to the end has been shown every message of its user's conversations. */
final class Delivery implements Rule {

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var conversations = new HashMap<UserId, List<ConversationId>>();
        evidence.stored().keySet().forEach(conversation -> evidence.members(conversation)
                .forEach(user -> conversations.computeIfAbsent(user, key -> new ArrayList<>()).add(conversation)));
        for (var device : evidence.devices()) {
            if (device.present()) {
                check(evidence, device, conversations.getOrDefault(device.user(), List.of()), verdict);
            }
        }
    }

    private static void check(Evidence evidence, DeviceLog device, List<ConversationId> conversations,
            Verdict verdict) {
        var shown = shown(device);
        for (var conversation : conversations) {
            var here = shown.getOrDefault(conversation, Set.of());
            for (var message : stored(evidence, conversation).messages()) {
                if (!here.contains(message.id())) {
                    verdict.add(new Finding(Kind.UNDELIVERED, conversation, message.id(), device.user(),
                            "seq " + message.seq() + " was never shown to " + device.name()));
                }
            }
        }
    }

    private static Map<ConversationId, Set<MessageId>> shown(DeviceLog device) {
        var shown = new HashMap<ConversationId, Set<MessageId>>();
        for (var entry : device.entries()) {
            if (entry.event() instanceof Event.Received received && !received.isRepeated()) {
                shown.computeIfAbsent(received.conversation(), key -> new HashSet<>()).add(received.message().id());
            }
        }
        return shown;
    }

    private static Stored stored(Evidence evidence, ConversationId conversation) {
        var stored = evidence.stored().get(conversation);
        if (stored == null) {
            throw new IllegalStateException("conversation " + conversation + ": listed, and not stored");
        }
        return stored;
    }
}
