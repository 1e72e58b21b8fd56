package dev.parley.gateway.session;

import dev.parley.contracts.UserId;
import java.util.concurrent.CompletionStage;

/** Where writers look up which gateways a user is connected to. */
public interface Routes {

    /**
     * Adds a session of this user.
     *
     * @return done once writers can find it; failed if they can't for now, in which case all sessions are told to
     *     sync once they can
     */
    CompletionStage<Void> arrived(UserId userId);

    /** Takes a session of this user away; the last one takes the route with it. */
    void left(UserId userId);
}
