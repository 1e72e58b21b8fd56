package dev.parley.gateway.testing;

import dev.parley.contractcheck.PacketWatch;
import dev.parley.contractcheck.SocketContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client that knows of frames only, and nothing of what is in them. Where it talks Socket.IO with a gateway, what it says
 * and is told is held to the documented protocol.
 */
public final class RawClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final @Nullable PacketWatch watch;
    private final Inbox inbox;
    private final WebSocket socket;

    private RawClient(@Nullable PacketWatch watch, Inbox inbox, WebSocket socket) {
        this.watch = watch;
        this.inbox = inbox;
        this.socket = socket;
    }

    /** For frames that are not those of the protocol. */
    public static RawClient open(URI uri) {
        return open(uri, null, builder -> builder);
    }

    public static RawClient socketIo(RunningGateway gateway) {
        return socketIo(gateway, builder -> builder);
    }

    /** @param headers what else the handshake says */
    public static RawClient socketIo(RunningGateway gateway, UnaryOperator<WebSocket.Builder> headers) {
        return open(gateway.socketIo(), SocketContract.ofRepository().watchPackets(), headers);
    }

    private static RawClient open(URI uri, @Nullable PacketWatch watch, UnaryOperator<WebSocket.Builder> headers) {
        var inbox = new Inbox(Long.MAX_VALUE, frame -> {
            if (watch != null) {
                watch.received(frame);
            }
        });
        return new RawClient(watch, inbox, headers.apply(HTTP.newWebSocketBuilder()).buildAsync(uri, inbox).join());
    }

    /** A packet that the gateway takes has to be one of the protocol. */
    public void send(String frame) {
        if (watch != null) {
            watch.sent(frame);
        }
        socket.sendText(frame, true).join();
    }

    /** What is no packet of the protocol, on purpose. */
    public void sendNonsense(String frame) {
        if (watch != null) {
            watch.sentOnPurpose(frame);
        }
        socket.sendText(frame, true).join();
    }

    public void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public String next() {
        var frame = inbox.next(System.nanoTime() + Inbox.PATIENCE.toNanos(), "any frame");
        verify();
        return frame;
    }

    public boolean isClosed() {
        return inbox.isClosed();
    }

    public int pending() {
        return inbox.pending();
    }

    public int closeCode() {
        return inbox.closeCode();
    }

    @Override
    public void close() {
        socket.abort();
        verify();
    }

    private void verify() {
        if (watch != null) {
            watch.verify();
        }
    }
}
