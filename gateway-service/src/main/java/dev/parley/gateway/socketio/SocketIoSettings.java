package dev.parley.gateway.socketio;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a Socket.IO client may do before it has said who it is. Its heartbeat and its bounds are those of all sockets.
 *
 * @param connectTimeout after which a connection without a namespace is closed
 * @param deniedConnects on one connection, at most; the next denial closes it
 * @param waiting connections without a namespace, at most; beyond, handshakes are refused
 */
@ConfigurationProperties("parley.socketio")
record SocketIoSettings(
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("5") int deniedConnects,
        @DefaultValue("5000") int waiting) {}
