package dev.parley.gateway.session;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Spring's view of a socket, and ours. Nothing here may block: these are the threads that serve all sockets. */
final class SocketHandler extends AbstractWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);
    private static final String CONNECTION = "parley.connection";

    private final Protocol protocol;
    private final SessionSettings.Outbound bounds;
    private final SessionMetrics metrics;

    SocketHandler(Protocol protocol, SessionSettings.Outbound bounds, SessionMetrics metrics) {
        this.protocol = protocol;
        this.bounds = bounds;
        this.metrics = metrics;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession opened) {
        var socket = new JettySocket(jettys(opened), bounds, metrics);
        var connection = protocol.connection(socket, opened.getAttributes());
        opened.getAttributes().put(CONNECTION, connection);
        connection.opened();
    }

    private static org.eclipse.jetty.websocket.common.WebSocketSession jettys(WebSocketSession opened) {
        var jettys = ((NativeWebSocketSession) opened)
                .getNativeSession(org.eclipse.jetty.websocket.common.WebSocketSession.class);
        return Objects.requireNonNull(jettys, "the gateway runs on Jetty");
    }

    @Override
    protected void handleTextMessage(WebSocketSession from, TextMessage message) {
        connection(from).text(message.getPayload());
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession from, BinaryMessage message) {
        connection(from).binary();
    }

    @Override
    protected void handlePongMessage(WebSocketSession from, PongMessage message) {
        connection(from).pong();
    }

    @Override
    public void handleTransportError(WebSocketSession of, Throwable failure) {
        // The close that follows does the rest; clients vanish all the time.
        log.debug("{}: {}", connection(of), failure.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession closed, CloseStatus status) {
        connection(closed).closed();
    }

    private static Connection connection(WebSocketSession session) {
        return (Connection) Objects.requireNonNull(session.getAttributes().get(CONNECTION));
    }
}
