package dev.parley.gateway.session;

import dev.parley.contracts.UserId;
import dev.parley.gateway.ratelimit.LimitSettings;

/** Who sits here. Of too many sessions of a user the oldest give way: of those here, where others can't be counted. */
final class Seats {

    private final Sessions sessions;
    private final Headcount headcount;
    private final int perUser;

    Seats(Sessions sessions, Headcount headcount, LimitSettings limits) {
        this.sessions = sessions;
        this.headcount = headcount;
        perUser = limits.enabled() ? limits.sessionsPerUser() : Integer.MAX_VALUE;
    }

    void take(ChatSession session) {
        sessions.add(session);
        headcount.arrived(session).whenComplete((_, failure) -> {
            if (failure != null) {
                makeRoom(session.userId());
            }
        });
    }

    private void makeRoom(UserId userId) {
        var open = sessions.of(userId.value()).stream().filter(ChatSession::isOpen).toList();
        open.stream().limit(Math.max(0, open.size() - perUser)).forEach(ChatSession::giveWay);
    }

    void leave(ChatSession session) {
        sessions.remove(session);
        headcount.left(session);
    }
}
