package dev.parley.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An HTTP server in place of the persistence service: it says what a test tells it to, or keeps silent. */
public final class FakePersistence implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private final Map<String, Supplier<String>> standing = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch open = new CountDownLatch(0);
    private volatile String head = "";

    private record Reply(int status, byte[] body) {}

    private FakePersistence(HttpServer server) {
        this.server = server;
    }

    public static FakePersistence start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var persistence = new FakePersistence(server);
            server.setExecutor(persistence.threads);
            server.createContext("/", persistence::handle);
            server.start();
            return persistence;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next answer at this path. */
    public void answer(String path, int status, String body) {
        replies.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(new Reply(status, body.getBytes(UTF_8)));
    }

    /** Every answer at this path for which no other is set. */
    public void answerAlways(String path, Supplier<String> body) {
        standing.put(path, body);
    }

    /** From now on, nothing is answered before the {@link #release}. */
    public void hang() {
        open = new CountDownLatch(1);
    }

    /** Like {@link #hang}, but in the middle of an answer. */
    public void hangAfter(String beginning) {
        head = beginning;
        hang();
    }

    public void release() {
        open.countDown();
    }

    /** Method, path with query, authorization and body of each. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = reply(exchange.getRequestURI().getPath());
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (!head.isEmpty()) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(head.getBytes(UTF_8));
                exchange.getResponseBody().flush();
            }
            open.await();
            if (reply != null) {
                exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
                exchange.getResponseBody().write(reply.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Reply reply(String path) {
        var next = replies.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
        var always = standing.get(path);
        return next != null || always == null ? next : new Reply(200, always.get().getBytes(UTF_8));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
