package dev.parley.gateway.testing;

import dev.parley.contractcheck.PacketWatch;
import dev.parley.contractcheck.SocketContract;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The sockets under the official client for Java; what it says and is told is held to the documented protocol. */
public final class WatchedSockets implements WebSocket.Factory {

    private final OkHttpClient http = new OkHttpClient();
    private final List<PacketWatch> watches = new CopyOnWriteArrayList<>();

    @Override
    public WebSocket newWebSocket(Request request, WebSocketListener listener) {
        var watch = SocketContract.ofRepository().watchPackets();
        watches.add(watch);
        return new Mouth(http.newWebSocket(request, new Ear(listener, watch)), watch);
    }

    public void verify() {
        if (watches.isEmpty()) {
            throw new AssertionError("no socket was opened (expected: one, to look on at)");
        }
        watches.forEach(PacketWatch::verify);
    }

    private record Mouth(WebSocket socket, PacketWatch watch) implements WebSocket {

        @Override
        public boolean send(String text) {
            watch.sent(text);
            return socket.send(text);
        }

        @Override
        public boolean send(ByteString bytes) {
            return socket.send(bytes);
        }

        @Override
        public boolean close(int code, @Nullable String reason) {
            return socket.close(code, reason);
        }

        @Override
        public void cancel() {
            socket.cancel();
        }

        @Override
        public Request request() {
            return socket.request();
        }

        @Override
        public long queueSize() {
            return socket.queueSize();
        }
    }

    private static final class Ear extends WebSocketListener {

        private final WebSocketListener listener;
        private final PacketWatch watch;

        Ear(WebSocketListener listener, PacketWatch watch) {
            this.listener = listener;
            this.watch = watch;
        }

        @Override
        public void onOpen(WebSocket socket, Response response) {
            listener.onOpen(socket, response);
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            watch.received(text);
            listener.onMessage(socket, text);
        }

        @Override
        public void onMessage(WebSocket socket, ByteString bytes) {
            listener.onMessage(socket, bytes);
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            listener.onClosing(socket, code, reason);
        }

        @Override
        public void onClosed(WebSocket socket, int code, String reason) {
            listener.onClosed(socket, code, reason);
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
            listener.onFailure(socket, failure, response);
        }
    }
}
