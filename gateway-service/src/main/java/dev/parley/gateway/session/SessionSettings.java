package dev.parley.gateway.session;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How sockets are kept.
 *
 * @param malformedFrames in a row that are taken for mistakes; the next is taken for another protocol
 * @param resyncSpread over which clients are told to sync, so that they do not all come at once
 * @param expiryWarning before its token ends by its own word, a client is told; the close is the clock skew later
 */
@ConfigurationProperties("parley.gateway")
public record SessionSettings(
        @DefaultValue Handshake handshake,
        @DefaultValue Heartbeat heartbeat,
        @DefaultValue Outbound outbound,
        @DefaultValue Shutdown shutdown,
        @DefaultValue("5") int malformedFrames,
        @DefaultValue("5s") Duration resyncSpread,
        @DefaultValue("30s") Duration expiryWarning) {

    /**
     * @param allowedOrigins of pages, as patterns such as {@code https://*.example.org}; all by default, since a token
     *     is never a cookie, so that a foreign page has nothing to ride on
     * @param routeDeadline after which a session is let in although Redis has not taken its route
     */
    public record Handshake(@DefaultValue("*") List<String> allowedOrigins,
            @DefaultValue("2s") Duration routeDeadline) {

        public Handshake {
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }

    /**
     * @param ping how often
     * @param pong how long an answer may take
     * @param sweep how often sockets are looked after
     */
    public record Heartbeat(
            @DefaultValue("25s") Duration ping,
            @DefaultValue("20s") Duration pong,
            @DefaultValue("1s") Duration sweep) {}

    /**
     * Of one socket.
     *
     * @param closeGrace for a client to take part in the close, before its connection is cut
     */
    public record Outbound(
            @DefaultValue("1024") int frames,
            @DefaultValue("1MB") DataSize bytes,
            @DefaultValue("5s") Duration closeGrace) {}

    /**
     * @param timeout of all goodbyes: answers that are waited for, closes, and cutting off who takes no part in it
     * @param inFlight for what clients sent before they knew, so that it still gets its answer
     * @param reconnectSpread over which clients are asked to come back elsewhere
     */
    public record Shutdown(
            @DefaultValue("5s") Duration timeout,
            @DefaultValue("250ms") Duration inFlight,
            @DefaultValue("5s") Duration reconnectSpread) {}
}
