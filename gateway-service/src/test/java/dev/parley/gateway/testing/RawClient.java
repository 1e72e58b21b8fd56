package dev.parley.gateway.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;

/** A client that knows of frames only, and nothing of what is in them. */
public final class RawClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Inbox inbox;
    private final WebSocket socket;

    private RawClient(Inbox inbox, WebSocket socket) {
        this.inbox = inbox;
        this.socket = socket;
    }

    public static RawClient open(URI uri) {
        return open(uri, builder -> builder);
    }

    /** @param headers what else the handshake says */
    public static RawClient open(URI uri, UnaryOperator<WebSocket.Builder> headers) {
        var inbox = new Inbox(Long.MAX_VALUE, _ -> {
            // Nobody else looks.
        });
        return new RawClient(inbox, headers.apply(HTTP.newWebSocketBuilder()).buildAsync(uri, inbox).join());
    }

    public void send(String frame) {
        socket.sendText(frame, true).join();
    }

    public void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public String next() {
        return inbox.next(System.nanoTime() + Inbox.PATIENCE.toNanos(), "any frame");
    }

    public int closeCode() {
        return inbox.closeCode();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
