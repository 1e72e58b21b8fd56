package dev.parley.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the persistence service is asked.
 *
 * @param answerSize of the largest answer; one that is passed on has to fit into the queue of a socket
 * @param sync for syncs, of which many come at once after an outage
 * @param lookups for members and contacts, which must not wait behind syncs
 */
@ConfigurationProperties("parley.upstream")
record UpstreamSettings(
        @DefaultValue("http://127.0.0.1:8091") URI persistenceUrl,
        @DefaultValue Deadlines deadlines,
        @DefaultValue("512KB") DataSize answerSize,
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
     * @param connect of a new connection
     * @param turn that a call may wait for its turn
     * @param answer from its turn to the last byte; longer than the service's own deadlines, so that its word counts
     */
    record Deadlines(
            @DefaultValue("1s") Duration connect,
            @DefaultValue("2s") Duration turn,
            @DefaultValue("6s") Duration answer) {}

    /**
     * @param atOnce that run
     * @param waiting for their turn; more are refused
     */
    record Sync(@DefaultValue("16") int atOnce, @DefaultValue("2000") int waiting) {}

    /**
     * @param atOnce that run
     * @param waiting for their turn; more are refused
     */
    record Lookups(@DefaultValue("8") int atOnce, @DefaultValue("500") int waiting) {}
}
