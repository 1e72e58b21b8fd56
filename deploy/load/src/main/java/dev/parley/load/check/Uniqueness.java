package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import java.util.HashMap;

/** A message has one place: one number in the history, and the same one wherever it is shown. */
final class Uniqueness implements Rule {

    private record Place(ConversationId conversation, MessageId message) {}

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        evidence.stored().forEach((conversation, stored) -> checkHistory(conversation, stored, verdict));
        checkDevices(evidence, verdict);
    }

    private static void checkHistory(ConversationId conversation, Stored stored, Verdict verdict) {
        var places = new HashMap<MessageId, Long>();
        for (var message : stored.messages()) {
            var other = places.put(message.id(), message.seq());
            if (other != null) {
                verdict.add(new Finding(Kind.DUPLICATED, conversation, message.id(), message.sender(),
                        "in the history as seq " + other + " and as seq " + message.seq()));
            }
        }
    }

    private static void checkDevices(Evidence evidence, Verdict verdict) {
        var places = new HashMap<Place, Long>();
        for (var device : evidence.devices()) {
            for (var entry : device.entries()) {
                if (entry.event() instanceof Event.Received(var conversation, var message, _)) {
                    var other = places.putIfAbsent(new Place(conversation, message.id()), message.seq());
                    if (other != null && other != message.seq()) {
                        verdict.add(new Finding(Kind.DUPLICATED, conversation, message.id(), device.user(), "shown to "
                                + device.name() + " as seq " + message.seq() + ", before as seq " + other));
                    }
                }
            }
        }
    }
}
