package dev.parley.gateway.presence;

import dev.parley.contracts.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whom a session watches, and what it was told of them. Guarded by the board that it is on. */
final class Watch<S> {

    final S session;
    /** Those of whom nothing was told yet are not in it. */
    final Map<UserId, Boolean> told = new HashMap<>();
    Set<UserId> users;
    long allowedAt;

    Watch(S session, Set<UserId> users, long allowedAt) {
        this.session = session;
        this.users = Set.copyOf(users);
        this.allowedAt = allowedAt;
    }
}
