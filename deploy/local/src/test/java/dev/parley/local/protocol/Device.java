package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.contractcheck.SocketContract;
import dev.parley.contractcheck.SocketWatch;
import dev.parley.local.protocol.Inbound.Ack;
import dev.parley.local.protocol.Inbound.Event;
import dev.parley.local.protocol.Inbound.Refusal;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client that does only what a test tells it to: one socket, and all that came over it. Every frame is held to the
 * document, in the plain form that both kinds of socket stand for.
 */
final class Device implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Long enough for what would come to have come: an ordinary delivery takes some 20 ms. */
    private static final Duration QUIET = Duration.ofMillis(600);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Wire wire;
    private final WebSocket socket;
    private final Ear ear;
    private final AtomicInteger ids = new AtomicInteger();

    private Device(Wire wire, WebSocket socket, Ear ear) {
        this.wire = wire;
        this.socket = socket;
        this.ear = ear;
    }

    /** Returns once the socket is open, whatever the server then says. */
    static Device open(Site site, Wire wire, int gateway, String token) {
        var ear = new Ear(wire);
        var builder = HTTP.newWebSocketBuilder();
        if (wire == Wire.PLAIN) {
            builder.subprotocols("chat.v1").header("Authorization", "Bearer " + token);
        }
        var socket = builder.buildAsync(wire.endpoint(site.gateway(gateway)), ear)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        var device = new Device(wire, socket, ear);
        if (!wire.greeting(token).isEmpty()) {
            device.raw(wire.greeting(token));
        }
        return device;
    }

    /** Sends, and awaits the ack. */
    JsonNode ask(String event, Object... fields) {
        var id = ids.incrementAndGet();
        send(event, id, Fields.of(fields));
        return switch (answer(id)) {
            case Ack ack -> ack.data();
            case Inbound other -> fail(event + " was answered by " + other);
        };
    }

    /** Sends, and awaits the refusal. */
    JsonNode refused(String event, Object... fields) {
        var id = ids.incrementAndGet();
        send(event, id, Fields.of(fields));
        return switch (answer(id)) {
            case Refusal refusal -> refusal.data();
            case Inbound other -> fail(event + " was answered by " + other);
        };
    }

    /** Sends, and asks for no answer. */
    void tell(String event, Object... fields) {
        send(event, null, Fields.of(fields));
    }

    /** The next event of this name, whether it has come already or not. */
    JsonNode hears(String event) {
        return hears(event, _ -> true);
    }

    JsonNode hears(String event, Predicate<JsonNode> which) {
        return ear.take(inbound -> inbound instanceof Event(var name, var data) && name.equals(event)
                && which.test(data), PATIENCE)
                .map(inbound -> ((Event) inbound).data())
                .orElseGet(() -> fail("no " + event + " within " + PATIENCE + "; came: " + ear.heard()));
    }

    /** An error that answers no request in particular. */
    JsonNode hearsRefusal() {
        return ear.take(inbound -> inbound instanceof Refusal(var id, var _) && id == null, PATIENCE)
                .map(inbound -> ((Refusal) inbound).data())
                .orElseGet(() -> fail("no error within " + PATIENCE + "; came: " + ear.heard()));
    }

    void doesNotHear(String event) {
        doesNotHear(event, _ -> true);
    }

    void doesNotHear(String event, Predicate<JsonNode> which) {
        var heard = ear.take(inbound -> inbound instanceof Event(var name, var data) && name.equals(event)
                && which.test(data), QUIET);
        assertThat(heard).isEmpty();
    }

    /** Events of this name that have come and were not taken. */
    Stream<JsonNode> pending(String event) {
        return ear.heard().stream()
                .flatMap(inbound -> inbound instanceof Event(var name, var data) && name.equals(event)
                        ? Stream.of(data)
                        : Stream.empty());
    }

    /** All that has come and was not taken. */
    List<Inbound> heard() {
        return ear.heard();
    }

    /** A frame as it stands, well-formed or not. */
    void raw(String frame) {
        socket.sendText(frame, true).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void stopReading() {
        ear.stopReading();
    }

    void readOn() {
        ear.readOn(socket);
    }

    int closeCode() {
        return ear.closed.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !ear.closed.isDone();
    }

    /** A goodbye, and what the server answers to it. */
    int sayGoodbye() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        return closeCode();
    }

    /** Gone without a goodbye. */
    void vanish() {
        socket.abort();
    }

    /** Also fails if anything was sent or heard that is not in the document. */
    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> socket).join();
        }
        socket.abort();
        ear.watch.verify();
    }

    private void send(String event, @Nullable Integer id, Object data) {
        ear.watch.sent(Wire.PLAIN.frame(event, id, data));
        raw(wire.frame(event, id, data));
    }

    private Inbound answer(int id) {
        return ear.take(inbound -> switch (inbound) {
            case Ack ack -> ack.id() == id;
            case Refusal refusal -> refusal.id() != null && refusal.id() == id;
            default -> false;
        }, PATIENCE).orElseGet(() -> fail("no answer within " + PATIENCE + "; came: " + ear.heard()));
    }

    /** Collects what comes. */
    private static final class Ear implements WebSocket.Listener {

        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final SocketWatch watch = SocketContract.ofRepository().watch();
        private final Wire wire;
        private final List<Inbound> heard = new ArrayList<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile boolean reading = true;

        private Ear(Wire wire) {
            this.wire = wire;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            partial.append(text);
            if (last) {
                var frame = partial.toString();
                partial.setLength(0);
                switch (wire.read(frame)) {
                    case Inbound.Heartbeat beat -> socket.sendText(beat.answer(), true);
                    case Inbound.Silence _ -> {
                        // Of the framing.
                    }
                    case Inbound inbound -> {
                        watch.received(inbound.plain());
                        add(inbound);
                    }
                }
            }
            if (reading) {
                socket.request(1);
            }
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

        private synchronized void add(Inbound inbound) {
            heard.add(inbound);
            notifyAll();
        }

        private synchronized List<Inbound> heard() {
            return List.copyOf(heard);
        }

        private void stopReading() {
            reading = false;
        }

        private void readOn(WebSocket socket) {
            reading = true;
            socket.request(1);
        }

        private synchronized Optional<Inbound> take(Predicate<Inbound> which, Duration patience) {
            var deadline = System.nanoTime() + patience.toNanos();
            try {
                while (true) {
                    var found = heard.stream().filter(which).findFirst();
                    var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (found.isPresent() || left <= 0) {
                        found.ifPresent(heard::remove);
                        return found;
                    }
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
