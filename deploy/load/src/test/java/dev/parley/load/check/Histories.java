package dev.parley.load.check;

import dev.parley.load.check.DeviceLog.Entry;
import dev.parley.load.client.Arrival;
import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.wire.Conversation.Kind;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Builds histories as a server without a fault would leave them, and plants faults into them. */
final class Histories {

    private final Map<UserId, List<Entry>> logs = new LinkedHashMap<>();
    private final Map<ConversationId, List<Kept>> kept = new LinkedHashMap<>();
    private final Map<ConversationId, List<UserId>> members = new LinkedHashMap<>();
    private long clock;
    private int messages;

    /** One message from the send to its read receipt. */
    Kept exchange(UserId from, UserId to) {
        var conversation = conversation(from, to);
        var place = kept.computeIfAbsent(conversation, key -> new ArrayList<>());
        members.put(conversation, List.of(from, to));
        var id = new MessageId(new UUID(0x8000, ++messages));
        var message = new Kept(id, place.size() + 1, place.size() + 1, from, 1000 + messages);
        place.add(message);
        log(from, new Event.Sent(id, new Target.Person(to), message.fingerprint(), null));
        log(from, new Event.Acked(id, conversation));
        log(from, new Event.Received(conversation, message, Arrival.LIVE));
        log(to, new Event.Received(conversation, message, Arrival.LIVE));
        for (var kind : MarkKind.values()) {
            log(to, new Event.Marked(kind, conversation, message.seq()));
            log(from, new Event.ReceiptSeen(kind, conversation, to, message.seq(), Arrival.LIVE));
        }
        return message;
    }

    /** A user who is there and takes no part. */
    void bystander(UserId user) {
        logs.computeIfAbsent(user, key -> new ArrayList<>());
    }

    void log(UserId user, Event event) {
        logs.computeIfAbsent(user, key -> new ArrayList<>()).add(new Entry(++clock, event));
    }

    static ConversationId conversation(UserId one, UserId other) {
        var name = one.compareTo(other) < 0 ? one + "/" + other : other + "/" + one;
        return new ConversationId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    History build() {
        return build(logs, kept);
    }

    /** The history with one user's log changed. */
    History withLog(UserId user, UnaryOperator<List<Entry>> change) {
        var changed = new LinkedHashMap<>(logs);
        changed.computeIfPresent(user, (key, entries) -> change.apply(new ArrayList<>(entries)));
        return build(changed, kept);
    }

    /** The history with the kept messages of one conversation changed. */
    History withKept(ConversationId conversation, UnaryOperator<List<Kept>> change) {
        var changed = new LinkedHashMap<>(kept);
        changed.computeIfPresent(conversation, (key, entries) -> change.apply(new ArrayList<>(entries)));
        return build(logs, changed);
    }

    /** The history with other marks of one member. */
    History withMarks(ConversationId conversation, Member marks) {
        var history = build();
        var stored = new LinkedHashMap<>(history.stored());
        stored.computeIfPresent(conversation,
                (key, one) -> new Stored(one.extent(),
                        one.members().stream().map(member -> member.user().equals(marks.user()) ? marks : member)
                                .toList(),
                        one.messages(), one.steps()));
        return new History(history.devices(), stored);
    }

    private History build(Map<UserId, List<Entry>> entries, Map<ConversationId, List<Kept>> places) {
        var devices = entries.entrySet()
                .stream()
                .map(log -> new DeviceLog(log.getKey(), 0, MarkPolicy.BOTH, true, log.getValue()))
                .toList();
        var stored = new LinkedHashMap<ConversationId, Stored>();
        places.forEach((conversation, list) -> stored.put(conversation, stored(conversation, list)));
        return new History(devices, stored);
    }

    private Stored stored(ConversationId conversation, List<Kept> list) {
        var head = list.stream().mapToLong(Kept::changedSeq).max().orElse(0);
        var marks = members.getOrDefault(conversation, List.of()).stream().map(user -> {
            var seen = list.stream().filter(one -> !one.sender().equals(user)).mapToLong(Kept::seq).max().orElse(0);
            return new Member(user, seen, seen, 0);
        }).toList();
        var steps = list.stream().map(message -> new Stored.Step(message.changedSeq(), message)).toList();
        return new Stored(Stored.Extent.whole(Kind.DIRECT, head), marks, list, steps);
    }
}
