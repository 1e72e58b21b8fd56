package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Once all is quiet, each device that was there to the end has been shown every message of its user's conversations, from
 * where its user came in, and shows each as it is now.
 */
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
            var here = shown.getOrDefault(conversation, Map.of());
            var stored = stored(evidence, conversation);
            var joined = stored.member(device.user()).map(Member::joinedSeq).orElse(0L);
            for (var message : stored.messages()) {
                if (message.seq() > joined) {
                    compare(device, conversation, message, here.get(message.id()), verdict);
                }
            }
        }
    }

    private static void compare(DeviceLog device, ConversationId conversation, Kept message, @Nullable Kept shown,
            Verdict verdict) {
        if (shown == null) {
            verdict.add(new Finding(Kind.UNDELIVERED, conversation, message.id(), device.user(),
                    "seq " + message.seq() + " was never shown to " + device.name()));
        } else if (shown.changedSeq() != message.changedSeq() || shown.fingerprint() != message.fingerprint()) {
            verdict.add(new Finding(Kind.STALE, conversation, message.id(), device.user(), device.name()
                    + " shows it as of seq " + shown.changedSeq() + ", it changed in seq " + message.changedSeq()));
        }
    }

    /** The last state in which each message was shown. */
    private static Map<ConversationId, Map<MessageId, Kept>> shown(DeviceLog device) {
        var shown = new HashMap<ConversationId, Map<MessageId, Kept>>();
        for (var entry : device.entries()) {
            if (entry.event() instanceof Event.Received received && received.isShown()) {
                shown.computeIfAbsent(received.conversation(), key -> new HashMap<>())
                        .put(received.message().id(), received.message());
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
