package dev.parley.load.check;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who was in which group from when to when, pieced together from what all devices were told: each of them knows some of the
 * changes by their numbers.
 */
final class Membership {

    private final Map<Place, TreeSet<Long>> joins = new HashMap<>();
    private final Map<Place, TreeSet<Long>> leaves = new HashMap<>();
    private final Map<ConversationId, Set<Long>> changes = new HashMap<>();

    private record Place(ConversationId conversation, UserId user) {}

    Membership(History history) {
        for (var device : history.devices()) {
            device.entries().forEach(entry -> gather(device.user(), entry.event()));
        }
        history.stored().forEach((conversation, stored) -> stored.members()
                .forEach(member -> joined(conversation, member.user(), member.joinedSeq())));
    }

    private void gather(UserId user, Event event) {
        switch (event) {
            case Event.Met(var conversation, var from) -> joined(conversation, user, from);
            case Event.Left(var conversation, var seq) when seq > 0 -> left(conversation, user, seq);
            case Event.GroupChanged(var conversation, var seq, var added, var removed) -> {
                changed(conversation, seq);
                added.forEach(who -> joined(conversation, who, seq));
                removed.forEach(who -> left(conversation, who, seq));
            }
            default -> {
                // Says nothing of who is in.
            }
        }
    }

    /** The first number that a founder sees is 1, and so is that of someone who came with change 1, which is no message. */
    private void joined(ConversationId conversation, UserId user, long seq) {
        joins.computeIfAbsent(new Place(conversation, user), key -> new TreeSet<>()).add(Math.max(1, seq));
        if (seq > 1) {
            changed(conversation, seq);
        }
    }

    private void left(ConversationId conversation, UserId user, long seq) {
        leaves.computeIfAbsent(new Place(conversation, user), key -> new TreeSet<>()).add(seq);
        changed(conversation, seq);
    }

    private void changed(ConversationId conversation, long seq) {
        changes.computeIfAbsent(conversation, key -> new HashSet<>()).add(seq);
    }

    /** The numbers that are known to be changes of members or title. */
    Set<Long> changes(ConversationId conversation) {
        return changes.getOrDefault(conversation, Set.of());
    }

    /** Whether a message in this state may be shown to a user: there when it was born, and ever since. */
    boolean mayShow(ConversationId conversation, UserId user, Kept message) {
        var place = new Place(conversation, user);
        var from = joins.getOrDefault(place, new TreeSet<>()).floor(message.seq());
        if (from == null) {
            return false;
        }
        var left = leaves.getOrDefault(place, new TreeSet<>()).higher(from);
        return left == null || left > message.changedSeq();
    }

    boolean wasEverIn(ConversationId conversation, UserId user) {
        return joins.containsKey(new Place(conversation, user));
    }
}
