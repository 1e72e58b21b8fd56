package dev.parley.load.check;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far a user's devices have come in each conversation: what they hold without gaps, and which marks they gave when. */
final class Progress {

    private final Map<ConversationId, Long> held = new HashMap<>();
    private final Map<ConversationId, Long> lastOfOthers = new HashMap<>();
    private final Map<ConversationId, List<Given>> given = new HashMap<>();

    private record Given(long at, MarkKind kind, long seq) {}

    /** Merges what one device did, calling back for each mark beyond what the device held at that moment. */
    void follow(DeviceLog device, TooEarly tooEarly) {
        var mine = new HashMap<ConversationId, Long>();
        for (var entry : device.entries()) {
            switch (entry.event()) {
                case Event.Received received when received.isShown() -> take(device, received, mine);
                case Event.Covered(var conversation, var through) -> mine.merge(conversation, through, Math::max);
                case Event.Marked(var kind, var conversation, var seq) -> {
                    var reached = mine.getOrDefault(conversation, 0L);
                    if (seq > reached) {
                        tooEarly.found(conversation, kind, seq, reached);
                    }
                    given.computeIfAbsent(conversation, key -> new ArrayList<>())
                            .add(new Given(entry.at(), kind, seq));
                }
                case Event.Forgotten() -> mine.clear();
                default -> {
                    // The rest moves nothing.
                }
            }
        }
        mine.forEach((conversation, seq) -> held.merge(conversation, seq, Math::max));
    }

    interface TooEarly {
        void found(ConversationId conversation, MarkKind kind, long seq, long reached);
    }

    private void take(DeviceLog device, Event.Received received, Map<ConversationId, Long> mine) {
        var message = received.message();
        var conversation = received.conversation();
        // A number beyond a gap is not held: the gap itself is another rule's finding.
        if (message.changedSeq() <= mine.getOrDefault(conversation, 0L) + 1) {
            mine.merge(conversation, message.changedSeq(), Math::max);
            if (device.present() && !message.sender().equals(device.user())) {
                lastOfOthers.merge(conversation, message.seq(), Math::max);
            }
        }
    }

    long held(ConversationId conversation) {
        return held.getOrDefault(conversation, 0L);
    }

    /** Each conversation's newest message that came from another. */
    Map<ConversationId, Long> lastOfOthers() {
        return lastOfOthers;
    }

    /** When a mark of this kind or a stronger one was first given at or beyond each number, in the order of time. */
    TreeMap<Long, Long> firstGiven(ConversationId conversation, MarkKind kind) {
        var reachedAt = new TreeMap<Long, Long>();
        var inTime = given.getOrDefault(conversation, List.of())
                .stream()
                .filter(mark -> mark.kind().compareTo(kind) >= 0)
                .sorted(Comparator.comparingLong(Given::at))
                .toList();
        for (var mark : inTime) {
            if (reachedAt.isEmpty() || mark.seq() > reachedAt.lastKey()) {
                reachedAt.put(mark.seq(), mark.at());
            }
        }
        return reachedAt;
    }
}
