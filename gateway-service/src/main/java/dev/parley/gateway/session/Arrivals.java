package dev.parley.gateway.session;

import dev.parley.contracts.UserId;

/** Hears of each session that comes or goes. Must not block. */
public interface Arrivals {

    /** Its route is registered, or can't be for now. */
    void arrived(UserId userId);

    void left(UserId userId);
}
