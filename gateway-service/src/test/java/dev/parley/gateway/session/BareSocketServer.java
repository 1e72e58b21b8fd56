package dev.parley.gateway.session;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A server of sockets without a chat behind it. */
public final class BareSocketServer {

    private BareSocketServer() {}

    public static SocketServer of(SessionSettings settings, int frameBytes) {
        var metrics = new SessionMetrics(new SimpleMeterRegistry(), new Sessions());
        return new SocketServer(settings, frameBytes, metrics, () -> true);
    }
}
