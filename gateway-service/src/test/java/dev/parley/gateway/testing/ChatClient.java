package dev.parley.gateway.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.parley.contractcheck.SocketContract;
import dev.parley.contractcheck.SocketWatch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client with nothing but the JDK in it; what it says and is told is held to the documented protocol. */
public final class ChatClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_SECONDS = 10;

    private final Inbox inbox;
    private final WebSocket socket;

    private ChatClient(Inbox inbox, WebSocket socket) {
        this.inbox = inbox;
        this.socket = socket;
    }

    /** Returns once the socket is open, which may be before the session is ready. */
    public static ChatClient open(URI gateway, String token) {
        return open(gateway, token, Long.MAX_VALUE);
    }

    /** @param frames that it takes from its socket before it stops reading */
    public static ChatClient open(URI gateway, String token, long frames) {
        var inbox = new Inbox(frames);
        var socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .subprotocols("chat.v1")
                .buildAsync(gateway, inbox)
                .join();
        return new ChatClient(inbox, socket);
    }

    /** Returns once the session is ready. */
    public static ChatClient ready(URI gateway, String user) {
        var client = open(gateway, Tokens.of(user));
        client.await("session:ready");
        return client;
    }

    /** In the order of the calls. A frame that the gateway takes has to be one of the protocol. */
    public void send(String frame) {
        inbox.watch.sent(frame);
        socket.sendText(frame, true).join();
    }

    /** What is no frame of the protocol, on purpose. */
    public void sendNonsense(String frame) {
        inbox.watch.sentOnPurpose(frame);
        socket.sendText(frame, true).join();
    }

    public void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Reads on, after having stopped. */
    public void readOn() {
        socket.request(Long.MAX_VALUE);
    }

    /** The next frame of this event; others before it are dropped. */
    public JsonNode await(String event) {
        return await(frame -> frame.path("event").asString().equals(event), event);
    }

    public JsonNode answerTo(int id) {
        return await(frame -> frame.path("id").isInt() && frame.path("id").asInt() == id, "answer to " + id);
    }

    public JsonNode next() {
        return await(frame -> true, "any frame");
    }

    /** All that has come and was not asked for yet. */
    public List<JsonNode> rest() {
        var texts = new ArrayList<String>();
        inbox.frames.drainTo(texts);
        return texts.stream().map(JSON::readTree).toList();
    }

    /** How much has come and was not asked for yet. */
    public int pending() {
        return inbox.frames.size();
    }

    public int closeCode() {
        return inbox.closed.orTimeout(PATIENCE_SECONDS, SECONDS).join();
    }

    public boolean isClosed() {
        return inbox.closed.isDone();
    }

    private JsonNode await(Predicate<JsonNode> wanted, String what) {
        var deadline = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                var text = inbox.frames.poll(deadline - System.nanoTime(), java.util.concurrent.TimeUnit.NANOSECONDS);
                inbox.watch.verify();
                if (text == null) {
                    throw new AssertionError(what + ": not within " + PATIENCE_SECONDS + " s");
                }
                var frame = JSON.readTree(text);
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        inbox.watch.verify();
    }

    /** What comes in. */
    private static final class Inbox implements WebSocket.Listener {

        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();
        private final SocketWatch watch = SocketContract.ofRepository().watch();
        private final long demand;

        Inbox(long demand) {
            this.demand = demand;
        }

        @Override
        public void onOpen(WebSocket socket) {
            if (demand > 0) {
                socket.request(demand);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                watch.received(partial.toString());
                frames.add(partial.toString());
                partial.setLength(0);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
