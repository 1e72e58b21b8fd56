package dev.parley.persistence.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.contracts.ConversationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** An operator's push service, which checks signatures by code of its own and answers as it is told. */
final class PushService implements AutoCloseable {

    static final String SECRET = "a secret of the tests";
    static final long BEGINNING = 1_000_000;
    static final int HANGS = -1;
    static final int HANGS_IN_THE_MIDDLE = -2;

    private record Post(String userId, long seq, String key) {}

    private final ConversationId conversationId;
    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final List<String> wrongSignatures = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile IntUnaryOperator answers = _ -> 200;

    /** Posts of other conversations are taken and forgotten. */
    PushService(ConversationId conversationId) {
        this.conversationId = conversationId;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/push", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/push");
    }

    /** From {@code seq} to a status. */
    void answer(IntUnaryOperator answers) {
        this.answers = answers;
    }

    boolean hasBegun() {
        return posts.stream().anyMatch(post -> post.seq() == BEGINNING);
    }

    List<Long> told(String userId) {
        return posts.stream()
                .filter(post -> post.userId().equals(userId) && post.seq() != BEGINNING)
                .map(Post::seq)
                .toList();
    }

    long count(String userId, long seq) {
        return told(userId).stream().filter(told -> told == seq).count();
    }

    Set<String> keys(String userId) {
        return posts.stream()
                .filter(post -> post.userId().equals(userId) && post.seq() != BEGINNING)
                .map(Post::key)
                .collect(Collectors.toSet());
    }

    List<String> wrongSignatures() {
        return wrongSignatures;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var json = new JsonMapper().readTree(body);
            var seq = json.at("/seq").asLong();
            if (!json.at("/conversationId").asString().equals(conversationId.toString()) || seq == BEGINNING) {
                posts.add(new Post("", seq == BEGINNING ? seq : 0, ""));
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            check(exchange, body);
            posts.add(new Post(json.at("/userId").asString(), seq,
                    exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            answer(exchange, answers.applyAsInt((int) seq));
        }
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        if (status == HANGS_IN_THE_MIDDLE) {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().flush();
        }
        if (status > 0) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var signature = headers.getFirst("Parley-Signature");
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(headers.getFirst("Parley-Timestamp").getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            if (!("v1=" + HexFormat.of().formatHex(mac.doFinal(body))).equals(signature)) {
                wrongSignatures.add(signature);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
