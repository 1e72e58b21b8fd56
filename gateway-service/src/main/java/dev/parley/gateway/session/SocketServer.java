package dev.parley.gateway.session;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Opens paths to sockets, with the same bounds and the same doors for every protocol. */
public final class SocketServer {

    private final SessionSettings settings;
    private final SessionMetrics metrics;
    private final int frameBytes;
    private final BooleanSupplier open;

    SocketServer(SessionSettings settings, int frameBytes, SessionMetrics metrics, BooleanSupplier open) {
        this.settings = settings;
        this.metrics = metrics;
        this.frameBytes = frameBytes;
        this.open = open;
    }

    /** Whether new sessions are let in. */
    public boolean isOpen() {
        return open.getAsBoolean();
    }

    /** A protocol, and what is needed to get to it. */
    public record Door(Protocol protocol, HandshakeInterceptor gate, List<String> subprotocols, List<String> paths) {

        public Door {
            subprotocols = List.copyOf(subprotocols);
            paths = List.copyOf(paths);
        }
    }

    public void open(Door door, WebSocketHandlerRegistry registry) {
        registry.addHandler(
                new SocketHandler(door.protocol(), settings.outbound(), metrics), door.paths().toArray(String[]::new))
                .setHandshakeHandler(handshake(door.subprotocols()))
                .addInterceptors(door.gate())
                // The gate has looked at the origin, and says why it refuses.
                .setAllowedOriginPatterns("*");
    }

    private DefaultHandshakeHandler handshake(List<String> subprotocols) {
        var jetty = new JettyRequestUpgradeStrategy();
        jetty.addWebSocketConfigurer(sockets -> {
            // Over either limit Jetty closes with 1009.
            sockets.setMaxTextMessageSize(frameBytes);
            sockets.setMaxFrameSize(frameBytes);
            // Pings tell who is gone; a quiet client is not.
            sockets.setIdleTimeout(Duration.ZERO);
        });
        var handshake = new DefaultHandshakeHandler(jetty);
        handshake.setSupportedProtocols(subprotocols.toArray(String[]::new));
        return handshake;
    }
}
