package dev.parley.load.check;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edits and deletions of a run: the texts that were ever wanted, and the commands that were acked. */
final class Alterations {

    private final Map<MessageId, Set<Long>> wanted = new HashMap<>();
    private final Map<MessageId, List<Acked>> acked = new LinkedHashMap<>();
    private final Map<ConversationId, Integer> counts = new HashMap<>();
    private final Set<ConversationId> repeated = new HashSet<>();
    private final Set<MessageId> refused = new HashSet<>();

    /** In the order of one device; orders of several devices cannot be compared. */
    record Acked(DeviceLog device, Event.Altered alteration) {}

    Alterations(History history) {
        for (var device : history.devices()) {
            device.entries().forEach(entry -> gather(device, entry.event()));
        }
    }

    private void gather(DeviceLog device, Event event) {
        switch (event) {
            case Event.Altering(var conversation, var message, var fingerprint) -> {
                wanted.computeIfAbsent(message, key -> new HashSet<>()).add(fingerprint);
                counts.merge(conversation, 1, Integer::sum);
            }
            case Event.Altered altered -> {
                acked.computeIfAbsent(altered.message(), key -> new ArrayList<>()).add(new Acked(device, altered));
                if (altered.repeated()) {
                    repeated.add(altered.conversation());
                }
            }
            case Event.Refused(var command, _) -> refused.add(command);
            default -> {
                // Alters nothing.
            }
        }
    }

    boolean wasWanted(MessageId message, long fingerprint) {
        return wanted.getOrDefault(message, Set.of()).contains(fingerprint);
    }

    /** How many numbers of a conversation they can have taken; no bound where one may be in the log more than once. */
    long mostNumbers(ConversationId conversation) {
        return repeated.contains(conversation) ? Integer.MAX_VALUE : counts.getOrDefault(conversation, 0);
    }

    Set<MessageId> altered() {
        return acked.keySet();
    }

    /** Those that must have been applied, in order; empty where that cannot be told. */
    List<Event.Altered> applied(MessageId message) {
        var list = acked.getOrDefault(message, List.of());
        var devices = list.stream().map(Acked::device).distinct().count();
        if (devices > 1 || list.stream().anyMatch(one -> one.alteration().repeated())) {
            return List.of();
        }
        return list.stream().map(Acked::alteration).filter(one -> !refused.contains(one.command())).toList();
    }
}
