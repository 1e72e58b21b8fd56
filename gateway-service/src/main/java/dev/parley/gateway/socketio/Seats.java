package dev.parley.gateway.socketio;

import dev.parley.gateway.socketio.Application.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who of one connection is in which namespace. Frames, verdicts on tokens and the close come on threads of their own;
 * nothing here calls out, so the lock is never held for long.
 */
final class Seats {

    private final Map<String, Seat> seats = new HashMap<>();
    private boolean closed;

    private sealed interface Seat {

        record Reserved() implements Seat {}

        /** @param settled once the member has been told that it is in: only then may it be told that it has left */
        record Taken(Member member, boolean settled) implements Seat {}
    }

    /** @return false if there is somebody in that namespace, or about to be */
    synchronized boolean reserve(String namespace) {
        return seats.putIfAbsent(namespace, new Seat.Reserved()) == null;
    }

    synchronized void release(String namespace) {
        seats.remove(namespace);
    }

    /** @return false if the connection has been closed meanwhile */
    synchronized boolean take(String namespace, Member member) {
        if (closed) {
            return false;
        }
        seats.put(namespace, new Seat.Taken(member, false));
        return true;
    }

    /** @return false if the member has left meanwhile, and has to be told so now */
    synchronized boolean settle(String namespace, Member member) {
        return seats.computeIfPresent(namespace, (_, seat) -> isOf(member, seat)
                ? new Seat.Taken(member, true)
                : seat) instanceof Seat.Taken taken && taken.member() == member;
    }

    private static boolean isOf(Member member, Seat seat) {
        return seat instanceof Seat.Taken taken && taken.member() == member;
    }

    synchronized @Nullable Member in(String namespace) {
        return seats.get(namespace) instanceof Seat.Taken taken ? taken.member() : null;
    }

    synchronized List<Member> members() {
        var members = new ArrayList<Member>(1);
        for (var seat : seats.values()) {
            if (seat instanceof Seat.Taken taken) {
                members.add(taken.member());
            }
        }
        return members;
    }

    synchronized boolean isEmpty() {
        return seats.values().stream().noneMatch(Seat.Taken.class::isInstance);
    }

    /** @return whom to tell that they have left */
    synchronized List<Member> leave(String namespace) {
        return seats.remove(namespace) instanceof Seat.Taken taken && taken.settled()
                ? List.of(taken.member())
                : List.of();
    }

    /** @return whom to tell that they have left */
    synchronized List<Member> close() {
        closed = true;
        var gone = new ArrayList<Member>(1);
        List.copyOf(seats.keySet()).forEach(namespace -> gone.addAll(leave(namespace)));
        return gone;
    }
}
