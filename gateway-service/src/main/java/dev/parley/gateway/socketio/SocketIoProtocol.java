package dev.parley.gateway.socketio;

import dev.parley.gateway.protocol.socketio.PacketReader;
import dev.parley.gateway.protocol.socketio.Packets;
import dev.parley.gateway.protocol.socketio.SocketIoFraming;
import dev.parley.gateway.session.Connection;
import dev.parley.gateway.session.Line;
import dev.parley.gateway.session.Protocol;
import dev.parley.gateway.session.Pulse;
import dev.parley.gateway.session.SessionSettings.Heartbeat;
import dev.parley.gateway.session.Socket;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** Engine.IO and Socket.IO on each socket, around an application. */
final class SocketIoProtocol implements Protocol {

    private final BiFunction<Line, Map<String, Object>, Application> applications;
    private final Switchboard switchboard;
    private final Heartbeat heartbeat;
    private final int frameBytes;
    private final PacketReader packets;

    /** @param applications each made from its line, and what the handshake left for it */
    SocketIoProtocol(
            BiFunction<Line, Map<String, Object>, Application> applications,
            Switchboard switchboard,
            Heartbeat heartbeat,
            int frameBytes) {
        this.applications = applications;
        this.switchboard = switchboard;
        this.heartbeat = heartbeat;
        this.frameBytes = frameBytes;
        packets = new PacketReader(frameBytes);
    }

    /** The connection's id is a secret between its two ends, and other than the one that the client gets to tell. */
    @Override
    public Connection connection(Socket socket, Map<String, Object> handshake) {
        var line = new Line(socket, SocketIoFraming.MAIN, new Pulse(heartbeat, System.nanoTime()));
        var greeting = Packets.open(UUID.randomUUID().toString(), heartbeat.ping(), heartbeat.pong(), frameBytes);
        return new SocketIoConnection(
                line, greeting, packets, applications.apply(line, handshake), switchboard);
    }
}
