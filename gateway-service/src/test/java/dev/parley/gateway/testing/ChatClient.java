package dev.parley.gateway.testing;

import dev.parley.contractcheck.SocketContract;
import dev.parley.contractcheck.SocketWatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client with nothing but the JDK in it; what it says and is told is held to the documented protocol. */
public final class ChatClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final SocketWatch watch;
    private final Inbox inbox;
    private final WebSocket socket;

    private ChatClient(SocketWatch watch, Inbox inbox, WebSocket socket) {
        this.watch = watch;
        this.inbox = inbox;
        this.socket = socket;
    }

    /** Returns once the socket is open, which may be before the session is ready. */
    public static ChatClient open(URI gateway, String token) {
        return open(gateway, token, Long.MAX_VALUE);
    }

    /** @param frames that it takes from its socket before it stops reading */
    public static ChatClient open(URI gateway, String token, long frames) {
        var watch = SocketContract.ofRepository().watch();
        var inbox = new Inbox(frames, watch::received);
        var socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .subprotocols("chat.v1")
                .buildAsync(gateway, inbox)
                .join();
        return new ChatClient(watch, inbox, socket);
    }

    /** Returns once the session is ready. */
    public static ChatClient ready(URI gateway, String user) {
        var client = open(gateway, Tokens.of(user));
        client.await("session:ready");
        return client;
    }

    /** In the order of the calls. A frame that the gateway takes has to be one of the protocol. */
    public void send(String frame) {
        watch.sent(frame);
        socket.sendText(frame, true).join();
    }

    /** The same to a gateway that may close the socket meanwhile; then it comes too late, and is not sent. */
    public void sendUnlessClosed(String frame) {
        watch.sent(frame);
        var failure = socket.sendText(frame, true).handle((_, thrown) -> thrown).join();
        if (failure != null && !(failure instanceof IOException)) {
            throw new IllegalStateException(failure);
        }
    }

    /** What is no frame of the protocol, on purpose. */
    public void sendNonsense(String frame) {
        watch.sentOnPurpose(frame);
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
        return inbox.rest().stream().map(JSON::readTree).toList();
    }

    /** How much has come and was not asked for yet. */
    public int pending() {
        return inbox.pending();
    }

    public int closeCode() {
        return inbox.closeCode();
    }

    public boolean isClosed() {
        return inbox.isClosed();
    }

    private JsonNode await(Predicate<JsonNode> wanted, String what) {
        var deadline = System.nanoTime() + Inbox.PATIENCE.toNanos();
        while (true) {
            var frame = JSON.readTree(inbox.next(deadline, what));
            watch.verify();
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        watch.verify();
    }
}
