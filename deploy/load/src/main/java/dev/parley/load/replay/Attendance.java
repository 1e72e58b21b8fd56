package dev.parley.load.replay;

import dev.parley.load.wire.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has connected and caught up, and whom the server sent away for good. */
final class Attendance {

    private final Set<UserId> here = ConcurrentHashMap.newKeySet();
    private final Map<UserId, String> refused = new ConcurrentHashMap<>();

    void arrived(UserId user) {
        here.add(user);
    }

    void refused(UserId user, String reason) {
        refused.put(user, reason);
    }

    int count() {
        return here.size();
    }

    Map<UserId, String> refusals() {
        return Map.copyOf(refused);
    }
}
