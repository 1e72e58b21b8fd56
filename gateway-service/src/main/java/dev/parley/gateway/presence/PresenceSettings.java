package dev.parley.gateway.presence;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How presence is watched.
 *
 * @param check How often it is looked up where watched users are.
 * @param misses After how many such looks in a row without a session a user is offline who has not said goodbye.
 * @param grace How soon after a goodbye somebody may come back as if never away.
 * @param sharedFor How old the knowledge may be that two users share a conversation, when one is shown to the other.
 * @param lastSeenKept How long it is known when somebody was last there.
 * @param bounds of what is held and asked
 */
@ConfigurationProperties("parley.presence")
record PresenceSettings(
        @DefaultValue("10s") Duration check,
        @DefaultValue("2") int misses,
        @Range(from = 0) @DefaultValue("800ms") Duration grace,
        @Range(from = 0) @DefaultValue("60s") Duration sharedFor,
        @DefaultValue("30d") Duration lastSeenKept,
        @DefaultValue Bounds bounds) {

    /**
     * @param watchedUsers How many users this gateway watches at most.
     * @param batch How many users Redis is asked about in one go.
     * @param answer How long Redis may take to tell where users are.
     */
    record Bounds(
            @DefaultValue("100000") int watchedUsers,
            @DefaultValue("500") int batch,
            @DefaultValue("2s") Duration answer) {}
}
