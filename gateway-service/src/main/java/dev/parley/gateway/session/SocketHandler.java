package dev.parley.gateway.session;

import dev.parley.gateway.access.Identity;
import dev.parley.gateway.commands.Commands;
import java.util.Objects;
import java.util.UUID;
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
    private static final String CLIENT = "parley.client";

    private final Admission admission;
    private final Dispatcher dispatcher;
    private final Commands commands;
    private final SessionSettings settings;
    private final SessionMetrics metrics;

    SocketHandler(
            Admission admission,
            Dispatcher dispatcher,
            Commands commands,
            SessionSettings settings,
            SessionMetrics metrics) {
        this.admission = admission;
        this.dispatcher = dispatcher;
        this.commands = commands;
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession opened) {
        var identity = (Identity) Objects.requireNonNull(opened.getAttributes().get(Identity.ATTRIBUTE));
        var socket = new JettySocket(jettys(opened), settings.outbound(), metrics);
        var pulse = new Pulse(settings.heartbeat(), System.nanoTime());
        var session = new ChatSession(UUID.randomUUID().toString(), identity, socket, pulse, metrics);
        opened.getAttributes().put(CLIENT, new Client(session, commands.of(identity.userId(), session.id())));
        admission.admit(session);
    }

    private static org.eclipse.jetty.websocket.common.WebSocketSession jettys(WebSocketSession opened) {
        var jettys = ((NativeWebSocketSession) opened)
                .getNativeSession(org.eclipse.jetty.websocket.common.WebSocketSession.class);
        return Objects.requireNonNull(jettys, "the gateway runs on Jetty");
    }

    @Override
    protected void handleTextMessage(WebSocketSession from, TextMessage message) {
        dispatcher.received(message.getPayload(), client(from));
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession from, BinaryMessage message) {
        client(from).session().close(CloseCode.NOT_THE_PROTOCOL);
    }

    @Override
    protected void handlePongMessage(WebSocketSession from, PongMessage message) {
        client(from).session().pong();
    }

    @Override
    public void handleTransportError(WebSocketSession of, Throwable failure) {
        // The close that follows does the rest; clients vanish all the time.
        log.debug("sessionId={}: {}", client(of).session().id(), failure.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession closed, CloseStatus status) {
        admission.dismiss(client(closed).session());
    }

    private static Client client(WebSocketSession session) {
        return (Client) Objects.requireNonNull(session.getAttributes().get(CLIENT));
    }
}
