package dev.parley.gateway.upstream;

import dev.parley.access.settings.Range;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the persistence service is asked.
 *
 * @param persistenceUrl Where the persistence service is asked, with users' own tokens, for syncs, members and
 *     contacts: {@code http} or {@code https}, and a host.
 * @param answerSize The largest answer that is taken; one that is passed on has to fit into {@code
 *     parley.gateway.outbound.bytes}.
 * @param sync for syncs, of which many come at once after an outage
 * @param lookups for members and contacts, which must not wait behind syncs
 */
@ConfigurationProperties("parley.upstream")
record UpstreamSettings(
        @DefaultValue("http://127.0.0.1:8091") URI persistenceUrl,
        @DefaultValue Deadlines deadlines,
        @Range(to = Integer.MAX_VALUE) @DefaultValue("512KB") DataSize answerSize,
        @DefaultValue Sync sync,
        @DefaultValue Lookups lookups) {

    UpstreamSettings {
        var scheme = persistenceUrl.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme) || persistenceUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "parley.upstream.persistence-url: " + persistenceUrl + " (expected: http://host:port)");
        }
    }

    /**
     * @param connect How long a new connection to the persistence service may take.
     * @param turn How long a call to the persistence service may wait for its turn before it is given up.
     * @param answer How long a call may take from its turn to the last byte; longer than the service's own deadlines,
     *     so that its word counts.
     */
    record Deadlines(
            @DefaultValue("1s") Duration connect,
            @DefaultValue("2s") Duration turn,
            @DefaultValue("6s") Duration answer) {}

    /**
     * @param atOnce How many syncs run at once; they come in crowds after an outage.
     * @param waiting How many syncs may wait for their turn; more are refused, and may be tried again.
     */
    record Sync(@DefaultValue("16") int atOnce, @Range(from = 0) @DefaultValue("2000") int waiting) {}

    /**
     * @param atOnce How many look-ups of members and contacts run at once; they do not wait behind syncs.
     * @param waiting How many look-ups of members and contacts may wait for their turn; more are refused.
     */
    record Lookups(@DefaultValue("8") int atOnce, @Range(from = 0) @DefaultValue("500") int waiting) {}
}
