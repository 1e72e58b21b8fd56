package dev.parley.gateway.protocol.socketio;

import dev.parley.gateway.protocol.Answers;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Framing;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Parley's events in the main namespace. Socket.IO's acks know no errors, so they have one argument that says which it
 * is: {@code {"ok": …}} or {@code {"error": …}}.
 */
public final class SocketIoFraming implements Framing {

    public static final SocketIoFraming MAIN = new SocketIoFraming();

    private static final byte[] PING = Packets.ping();
    private static final byte[] FAREWELL = Packets.disconnect();

    private SocketIoFraming() {}

    @Override
    public byte[] event(ServerEvent event) {
        return Packets.event(Packets.MAIN, event.name().wireName(), event.data());
    }

    @Override
    public byte[] ack(FrameId id, byte[] data) {
        return Packets.ack(id, "ok", data);
    }

    @Override
    public byte[] error(@Nullable FrameId id, Refusal refusal) {
        var data = Answers.refused(refusal);
        return id == null ? Packets.event(Packets.MAIN, "error", data) : Packets.ack(id, "error", data);
    }

    /** Browsers hide the WebSocket's own pings, so Engine.IO has pings that clients can see. */
    @Override
    public byte[] ping() {
        return PING;
    }

    /** Any close makes a client come back, whatever its code; this does not. */
    @Override
    public byte[] farewell() {
        return FAREWELL;
    }
}
