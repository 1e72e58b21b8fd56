package dev.parley.load.check;

import dev.parley.load.check.DeviceLog.Entry;
import dev.parley.load.check.Event.Wish;
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
import java.util.function.Consumer;

/** One group as a server without a fault would run it: every member's device hears of everything that its user may see. */
final class GroupHistories {

    static final ConversationId GROUP = new ConversationId(new UUID(0x8000, 7));

    private final Map<UserId, List<Entry>> logs = new LinkedHashMap<>();
    private final Map<UserId, Long> members = new LinkedHashMap<>();
    private final Map<UserId, Long> marks = new LinkedHashMap<>();
    private final List<Kept> messages = new ArrayList<>();
    private long clock;
    private long head;

    void found(UserId owner, UserId... others) {
        var everyone = new ArrayList<>(List.of(others));
        everyone.addFirst(owner);
        for (var user : everyone) {
            log(owner, new Event.Asked(Wish.FOUND, GROUP, user));
            log(owner, new Event.Granted(Wish.FOUND, GROUP, user));
            members.put(user, 0L);
            log(user, new Event.Met(GROUP, 1));
        }
    }

    void log(UserId user, Event event) {
        logs.computeIfAbsent(user, key -> new ArrayList<>()).add(new Entry(++clock, event));
    }

    Kept say(UserId sender) {
        var id = new MessageId(new UUID(0x8000, 100 + ++head));
        var message = new Kept(id, head, head, sender, 1000 + head);
        messages.add(message);
        log(sender, new Event.Sent(id, new Target.Room(GROUP), message.fingerprint(), null));
        log(sender, new Event.Acked(id, GROUP));
        show(message);
        members.keySet().stream().filter(user -> !user.equals(sender)).toList().forEach(user -> mark(user, head));
        return message;
    }

    private void show(Kept message) {
        members.forEach((user, joined) -> log(user, message.seq() > joined
                ? new Event.Received(GROUP, message, Arrival.LIVE)
                : new Event.Covered(GROUP, message.changedSeq())));
    }

    /** Everyone who sent anything hears of it. */
    private void mark(UserId user, long seq) {
        marks.put(user, seq);
        for (var kind : MarkKind.values()) {
            log(user, new Event.Marked(kind, GROUP, seq));
            members.keySet()
                    .stream()
                    .filter(sender -> !sender.equals(user))
                    .forEach(sender -> log(sender, new Event.ReceiptSeen(kind, GROUP, user, seq, Arrival.LIVE)));
        }
    }

    /** Changes one's own message; no fingerprint of a text is 0, which is a deletion. */
    Kept alter(Kept message, long fingerprint) {
        var changed = new Kept(message.id(), message.seq(), ++head, message.sender(), fingerprint);
        log(message.sender(), new Event.Altering(GROUP, message.id(), fingerprint));
        log(message.sender(), new Event.Altered(GROUP, message.id(), fingerprint,
                new MessageId(new UUID(0x9000, head)), false));
        messages.replaceAll(one -> one.id().equals(message.id()) ? changed : one);
        show(changed);
        return changed;
    }

    void add(UserId by, UserId whom) {
        log(by, new Event.Asked(Wish.ADD, GROUP, whom));
        var seq = ++head;
        tell(new Event.GroupChanged(GROUP, seq, List.of(whom), List.of()), seq);
        members.put(whom, seq);
        marks.put(whom, seq);
        log(whom, new Event.Met(GROUP, seq));
        log(whom, new Event.Covered(GROUP, seq));
        log(by, new Event.Granted(Wish.ADD, GROUP, whom));
    }

    void remove(UserId by, UserId whom) {
        log(by, new Event.Asked(Wish.REMOVE, GROUP, whom));
        var seq = ++head;
        members.remove(whom);
        log(whom, new Event.Left(GROUP, seq));
        tell(new Event.GroupChanged(GROUP, seq, List.of(), List.of(whom)), seq);
        log(by, new Event.Granted(Wish.REMOVE, GROUP, whom));
    }

    private void tell(Event event, long seq) {
        members.keySet().forEach(user -> {
            log(user, new Event.Covered(GROUP, seq));
            log(user, event);
        });
    }

    History build() {
        return build(copy -> {}, list -> {});
    }

    /** With something done to what devices saw, and to what is kept. */
    History build(Consumer<Map<UserId, List<Entry>>> toLogs, Consumer<List<Kept>> toMessages) {
        var seen = new LinkedHashMap<UserId, List<Entry>>();
        logs.forEach((user, entries) -> seen.put(user, new ArrayList<>(entries)));
        toLogs.accept(seen);
        var kept = new ArrayList<>(messages);
        toMessages.accept(kept);
        var devices = new ArrayList<DeviceLog>();
        seen.forEach((user, entries) -> devices.add(new DeviceLog(user, 0, MarkPolicy.BOTH, true, entries)));
        var present = new ArrayList<Member>();
        members.forEach((user, joined) -> {
            var mark = marks.getOrDefault(user, joined);
            present.add(new Member(user, mark, mark, joined));
        });
        var steps = kept.stream().map(one -> new Stored.Step(one.changedSeq(), one)).toList();
        return new History(devices,
                Map.of(GROUP, new Stored(Stored.Extent.whole(Kind.GROUP, head), present, kept, steps)));
    }
}
