package dev.parley.gateway.session;

import dev.parley.gateway.protocol.ClosingReason;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Inbound;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.ratelimit.FrameLimits;
import dev.parley.gateway.ratelimit.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stands before the dispatcher: a frame over the limit is answered, and nothing else is done with it. */
final class FrameGate {

    private final FrameLimits limits;
    private final SessionMetrics metrics;

    FrameGate(FrameLimits limits, SessionMetrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    boolean letsIn(Inbound frame, Client client) {
        return switch (client.frames().take()) {
            case Verdict.Within _ -> true;
            case Verdict.Over over -> {
                turnAway(frame, client, over.retryAfter());
                yield false;
            }
        };
    }

    private void turnAway(Inbound frame, Client client, Duration retryAfter) {
        metrics.refused();
        limits.countRefused();
        client.session().refuse(idOf(frame), Refusal.overLimit(limits.expectation(), retryAfter));
        if (client.frames().isOutOfPatience()
                && client.session().close(CloseCode.KEPT_ON, ClosingReason.OVER_LIMIT, limits.reconnectAfter())) {
            limits.countKeptOn();
        }
    }

    private static @Nullable FrameId idOf(Inbound frame) {
        return switch (frame) {
            case Inbound.Named named -> named.id();
            case Inbound.Refused refused -> refused.id();
            case Inbound.Alien _ -> null;
        };
    }
}
