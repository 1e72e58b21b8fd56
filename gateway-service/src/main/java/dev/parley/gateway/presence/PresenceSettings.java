package dev.parley.gateway.presence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How presence is watched.
 *
 * @param check how often the routes and leases of watched users are looked at
 * @param misses in a row after which a user is offline who has not said goodbye
 * @param grace after a goodbye, within which who comes back was never away
 * @param sharedFor how old the knowledge may be that two share a conversation, when one is shown to the other
 * @param lastSeenKept how long it is known when somebody was last there
 * @param bounds of what is held and asked
 */
@ConfigurationProperties("parley.presence")
record PresenceSettings(
        @DefaultValue("10s") Duration check,
        @DefaultValue("2") int misses,
        @DefaultValue("800ms") Duration grace,
        @DefaultValue("60s") Duration sharedFor,
        @DefaultValue("30d") Duration lastSeenKept,
        @DefaultValue Bounds bounds) {

    /**
     * @param watchedUsers of this gateway at most
     * @param batch of users that Redis is asked about in one go
     * @param answer how long Redis may take to tell where they are
     */
    record Bounds(
            @DefaultValue("100000") int watchedUsers,
            @DefaultValue("500") int batch,
            @DefaultValue("2s") Duration answer) {}
}
