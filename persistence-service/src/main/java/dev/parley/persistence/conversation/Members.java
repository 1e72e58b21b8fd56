package dev.parley.persistence.conversation;

import dev.parley.contracts.UserId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Who is in a conversation.
 *
 * @param ids the same object for as long as nobody comes or goes, so that what is made of it is made once
 * @param departed who left since the conversation was loaded; nobody else is known to have ever been in it
 */
public record Members(PMap<UserId, Member> present, PSet<UserId> ids, PMap<UserId, Departure> departed) {

    /** Someone as they were when they left, and the change that took them out. */
    public record Departure(Member member, long seq) {}

    private static final Members NONE = new Members(HashTreePMap.empty(), HashTreePSet.empty(), HashTreePMap.empty());

    public static Members none() {
        return NONE;
    }

    public @Nullable Member get(UserId userId) {
        return present.get(userId);
    }

    boolean include(UserId userId) {
        return present.containsKey(userId);
    }

    int count() {
        return present.size();
    }

    /** In place of what they were, or as one more. */
    public Members with(Member member) {
        var userId = member.userId();
        return present.containsKey(userId)
                ? new Members(present.plus(userId, member), ids, departed)
                : new Members(present.plus(userId, member), ids.plus(userId), departed.minus(userId));
    }

    public Members without(Departure departure) {
        var userId = departure.member().userId();
        return new Members(present.minus(userId), ids.minus(userId), departed.plus(userId, departure));
    }

    /** Those who may see the message with this {@code seq}. */
    PSet<UserId> seeing(long seq) {
        var seeing = ids;
        for (var member : present.values()) {
            if (!member.sees(seq)) {
                seeing = seeing.minus(member.userId());
            }
        }
        return seeing;
    }

    boolean haveOwner() {
        return present.values().stream().anyMatch(Member::isOwner);
    }

    /** Who has been in it longest, and takes over when the last owner leaves; empty where nobody is left. */
    Optional<Member> eldest() {
        return present.values().stream()
                .min(Comparator.comparingLong(Member::joinedSeq).thenComparing(Member::userId));
    }
}
