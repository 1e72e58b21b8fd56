package dev.parley.local.observability;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Devices that read the first frame that they are sent and then no more. */
record SlowDevices(HttpClient http, List<WebSocket> sockets) implements AutoCloseable {

    static SlowDevices connect(int count, URI gateway, String token) throws Exception {
        var http = HttpClient.newHttpClient();
        var ready = new CountDownLatch(count);
        var sockets = new ArrayList<WebSocket>();
        for (var number = 0; number < count; number++) {
            sockets.add(http.newWebSocketBuilder()
                    .subprotocols("chat.v1")
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(gateway, new FirstOnly(ready))
                    .get(30, TimeUnit.SECONDS));
        }
        if (!ready.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(ready.getCount() + " slow devices were not let in (expected: 0)");
        }
        return new SlowDevices(http, sockets);
    }

    private record FirstOnly(CountDownLatch ready) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (last) {
                ready.countDown();
            } else {
                socket.request(1);
            }
            return null;
        }
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
        http.shutdownNow();
    }
}
