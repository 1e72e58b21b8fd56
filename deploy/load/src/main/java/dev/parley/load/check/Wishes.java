package dev.parley.load.check;

import dev.parley.load.check.Event.Wish;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked of groups and done about it, and when: independent of anything that the server says of members. */
final class Wishes {

    private static final long NEVER = Long.MAX_VALUE;

    private final Map<ConversationId, List<Stated>> stated = new HashMap<>();

    /** A wish from when it was stated to when it was granted. */
    private record Stated(Wish wish, UserId user, long asked, long granted) {

        boolean isInvitation() {
            return wish == Wish.FOUND || wish == Wish.ADD;
        }
    }

    Wishes(History history) {
        history.devices().forEach(this::gather);
    }

    /** A device states one wish about one user of a group at a time. */
    private void gather(DeviceLog device) {
        for (var entry : device.entries()) {
            switch (entry.event()) {
                case Event.Asked(var wish, var conversation, var user) ->
                    of(conversation).add(new Stated(wish, user, entry.at(), NEVER));
                case Event.Granted(var wish, var conversation, var user) -> {
                    var list = of(conversation);
                    var open = list.reversed()
                            .stream()
                            .filter(one -> one.granted() == NEVER && one.wish() == wish && one.user().equals(user))
                            .findFirst();
                    open.ifPresent(one -> list.set(list.indexOf(one),
                            new Stated(wish, user, one.asked(), entry.at())));
                }
                default -> {
                    // Of something else.
                }
            }
        }
    }

    private List<Stated> of(ConversationId conversation) {
        return stated.computeIfAbsent(conversation, key -> new ArrayList<>());
    }

    boolean isEmpty(ConversationId conversation) {
        return !stated.containsKey(conversation);
    }

    /** How many numbers of a conversation they can have taken. */
    int mostNumbers(ConversationId conversation) {
        return (int) stated.getOrDefault(conversation, List.of())
                .stream()
                .filter(one -> one.wish() != Wish.FOUND)
                .count();
    }

    /** Whether this run made the group, and nobody in it ever asked for this user. */
    boolean wasNeverInvited(ConversationId conversation, UserId user) {
        var list = stated.getOrDefault(conversation, List.of());
        return !list.isEmpty() && list.stream().noneMatch(one -> one.isInvitation() && one.user().equals(user));
    }

    /**
     * Whether a user was surely out of a group when something was sent, and still when it was seen: the removal was done
     * before, every earlier invitation was done before the removal was asked for, and there was no later one.
     */
    boolean wasSurelyOut(ConversationId conversation, UserId user, long sentAt, long seenAt) {
        var list = stated.getOrDefault(conversation, List.of());
        return list.stream()
                .filter(one -> one.wish() == Wish.REMOVE && one.user().equals(user) && one.granted() < sentAt)
                .max(Comparator.comparingLong(Stated::asked))
                .filter(removal -> list.stream()
                        .filter(one -> one.isInvitation() && one.user().equals(user) && one.asked() <= seenAt)
                        .allMatch(invitation -> invitation.granted() < removal.asked()))
                .isPresent();
    }
}
