package dev.parley.gateway.presence;

import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Presence;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user whom somebody watches. Guarded by the board that it is on. */
final class Subject<S> {

    private final UserId userId;
    final Set<Watch<S>> watches = new HashSet<>();
    private @Nullable Boolean online;
    private int misses;
    private @Nullable Instant lastSeen;

    Subject(UserId userId) {
        this.userId = userId;
    }

    void seen(Instant now) {
        online = true;
        misses = 0;
        lastSeen = now;
    }

    /** One miss may be a gateway that has just lost its place, and takes it again. */
    void missed(int most) {
        misses++;
        if (online == null || misses >= most) {
            online = false;
        }
    }

    /** What was missed before an outage says nothing about what is missed after it. */
    void forgetMisses() {
        misses = 0;
    }

    void lastSeenAt(Instant at) {
        if (lastSeen == null || lastSeen.isBefore(at)) {
            lastSeen = at;
        }
    }

    @Nullable
    Instant lastSeen() {
        return lastSeen;
    }

    /** @return null while it is not known */
    @Nullable
    Presence presence() {
        return online == null ? null : new Presence(userId, online, lastSeen);
    }
}
