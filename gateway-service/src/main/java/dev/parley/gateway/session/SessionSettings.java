package dev.parley.gateway.session;

import dev.parley.access.settings.Range;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How sockets are kept.
 *
 * @param malformedFrames How many malformed frames in a row are taken for mistakes; the next is taken for another
 *     protocol, and closes the session (4400).
 * @param resyncSpread The time over which clients are told to sync, so that they do not all come at once.
 * @param expiryWarning How long before its token ends a client is told; the session is closed {@code
 *     parley.jwt.clock-skew} after that end.
 */
@ConfigurationProperties("parley.gateway")
public record SessionSettings(
        @DefaultValue Handshake handshake,
        @DefaultValue Heartbeat heartbeat,
        @DefaultValue Outbound outbound,
        @DefaultValue Shutdown shutdown,
        @Range(from = 0) @DefaultValue("5") int malformedFrames,
        @Range(from = 0) @DefaultValue("5s") Duration resyncSpread,
        @Range(from = 0) @DefaultValue("30s") Duration expiryWarning) {

    /**
     * @param allowedOrigins The origins of pages that may open a session, as patterns such as {@code
     *     https://*.example.org}; all by default, since a token is never a cookie, so that a foreign page has nothing
     *     to ride on.
     * @param routeDeadline After which a session is let in although Redis has not taken its route.
     */
    public record Handshake(@DefaultValue("*") List<String> allowedOrigins,
            @DefaultValue("2s") Duration routeDeadline) {

        public Handshake {
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }

    /**
     * @param ping How often each session is pinged.
     * @param pong How long a client may take to answer a ping before its session is closed.
     * @param sweep How often sessions are looked at to see whose ping is due.
     */
    public record Heartbeat(
            @DefaultValue("25s") Duration ping,
            @DefaultValue("20s") Duration pong,
            @DefaultValue("1s") Duration sweep) {}

    /**
     * Of one socket.
     *
     * @param frames How many frames may wait for one client; one more closes its session as too slow (4408).
     * @param bytes How many bytes may wait for one client; more close its session as too slow (4408).
     * @param closeGrace How long a client has to take part in a close before its connection is cut.
     */
    public record Outbound(
            @DefaultValue("1024") int frames,
            @Range(to = Integer.MAX_VALUE) @DefaultValue("1MB") DataSize bytes,
            @Range(from = 0) @DefaultValue("5s") Duration closeGrace) {}

    /**
     * @param timeout How long all goodbyes may take when the gateway stops: answers that are waited for, closes, and
     *     cutting off who takes no part.
     * @param inFlight How long what clients sent before they knew of the stop is still taken and answered.
     * @param reconnectSpread The time over which clients are asked to come back elsewhere.
     */
    public record Shutdown(
            @Range(from = 0) @DefaultValue("5s") Duration timeout,
            @Range(from = 0) @DefaultValue("250ms") Duration inFlight,
            @Range(from = 0) @DefaultValue("5s") Duration reconnectSpread) {}
}
