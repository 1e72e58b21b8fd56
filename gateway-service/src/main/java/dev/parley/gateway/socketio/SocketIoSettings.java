package dev.parley.gateway.socketio;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a Socket.IO client may do before it has said who it is. Its heartbeat and its bounds are those of all sockets.
 *
 * @param connectTimeout How long a Socket.IO connection may be without a namespace before it is closed.
 * @param deniedConnects How many connects to namespaces may be denied on one connection; the next denial closes it.
 * @param waiting How many Socket.IO connections may be without a namespace at a time; beyond, handshakes are refused.
 */
@ConfigurationProperties("parley.socketio")
record SocketIoSettings(
        @DefaultValue("10s") Duration connectTimeout,
        @Range(from = 0) @DefaultValue("5") int deniedConnects,
        @DefaultValue("5000") int waiting) {}
