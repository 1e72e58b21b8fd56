package dev.parley.gateway.session;

import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.access.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** For how long a session may stay: until its token ends, which a fresh one of the same user puts off. */
final class Tenure {

    private final Duration warning;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Identity identity;
    private boolean warned;

    enum Due {
        NOTHING,
        WARNING,
        END
    }

    /** @param warning how long before a token's own end the client is told, once for each */
    Tenure(Identity identity, Duration warning) {
        this.identity = identity;
        this.warning = warning;
    }

    UserId userId() {
        return identity.userId();
    }

    BearerToken token() {
        return identity.token();
    }

    /** Until the socket is closed, which is a little later than the token says. */
    Duration remaining(Instant now) {
        return Duration.between(now, identity.takenUntil());
    }

    synchronized Due due(Instant now) {
        if (!remaining(now).isPositive()) {
            return Due.END;
        }
        return warned || now.isBefore(identity.endsAt().minus(warning)) ? Due.NOTHING : Due.WARNING;
    }

    synchronized void warned() {
        warned = true;
    }

    /** @return whether none was under way; it ends with {@link #endRenewal}, on whatever thread */
    boolean startRenewal() {
        return renewing.compareAndSet(false, true);
    }

    void endRenewal() {
        renewing.set(false);
    }

    /** @return whether the token is of the same user */
    synchronized boolean extend(Identity fresh) {
        if (!fresh.userId().equals(identity.userId())) {
            return false;
        }
        identity = fresh;
        warned = false;
        return true;
    }
}
