package dev.parley.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.LogTail;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.WatchedSockets;
import dev.parley.gateway.testing.Writer;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.engineio.client.Transport;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The official client of Socket.IO for Java against a gateway. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaClientIT {

    private String redis;
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        redis = Engines.redis().url();
        gateway = RunningGateway.start(SharedEngines.kafka(), redis, Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void sendsAndHears() throws Exception {
        try (var log = new LogTail(SharedEngines.kafka(), SharedEngines.PARTITIONS);
                var writer = new Writer(redis);
                var plain = ChatClient.ready(gateway.socket(), "java");
                var client = new Official(Map.of("token", Tokens.of("java")))) {
            assertThat(client.await("session:ready").getString("userId")).isEqualTo("java");

            var answer = client.ask("message:send", new JSONObject().put("recipientId", "bob").put("content", "hi"));
            var messageId = answer.getJSONObject("ok").getString("messageId");
            var entry = log.await(1, command -> command.id().toString().equals(messageId)).getFirst();
            assertThat(entry.command().userId()).isEqualTo(new UserId("java"));

            writer.push("java", Writer.message("java", "bob", 1, "hi"));
            assertThat(client.await("message:new").getString("content")).isEqualTo("hi");
            assertThat(plain.await("message:new").at("/data/content").asString()).isEqualTo("hi");
        }
    }

    @Test
    void getsErrorsInAcks() throws Exception {
        try (var client = new Official(Map.of("token", Tokens.of("java")))) {
            client.await("session:ready");
            var answer = client.ask("message:send", new JSONObject().put("recipientId", "bob").put("content", " "));
            assertThat(answer.getJSONObject("error").getString("code")).isEqualTo("CHAT_MESSAGE_EMPTY");
        }
    }

    @Test
    void isToldThatItsTokenIsRefused() throws Exception {
        try (var client = new Official(Map.of("token", "junk"))) {
            var refusal = client.await(Socket.EVENT_CONNECT_ERROR);
            assertThat(refusal.getString("message")).startsWith("token: not valid");
            assertThat(refusal.getJSONObject("data").getString("code")).isEqualTo("CHAT_UNAUTHENTICATED");
            assertThat(client.socket.isActive()).isFalse();
        }
    }

    @Test
    void comesBackWithTheTokenOfThatTime() throws Exception {
        var auth = new ConcurrentHashMap<>(Map.of("token", Tokens.of("java")));
        try (var client = new Official(auth)) {
            assertThat(client.await("session:ready").getString("userId")).isEqualTo("java");
            auth.put("token", Tokens.of("java-again"));
            client.cut();
            assertThat(client.await("session:ready").getString("userId")).isEqualTo("java-again");
        }
    }

    private final class Official implements AutoCloseable {

        private static final long PATIENCE_SECONDS = 10;

        private final Map<String, BlockingQueue<JSONObject>> heard = Map.of(
                "session:ready", new LinkedBlockingQueue<>(),
                "message:new", new LinkedBlockingQueue<>(),
                Socket.EVENT_CONNECT_ERROR, new LinkedBlockingQueue<>());
        private final WatchedSockets sockets = new WatchedSockets();
        private final Socket socket;
        private final CompletableFuture<Transport> transport = new CompletableFuture<>();

        Official(Map<String, String> auth) {
            var options = IO.Options.builder()
                    .setTransports(new String[]{"websocket"})
                    .setAuth(auth)
                    .setForceNew(true)
                    .setReconnectionDelay(50)
                    .build();
            options.webSocketFactory = sockets;
            socket = IO.socket(URI.create("http://127.0.0.1:" + gateway.socket().getPort()), options);
            heard.forEach((event, queue) -> socket.on(event, arguments -> queue.add((JSONObject) arguments[0])));
            socket.io().on(Manager.EVENT_TRANSPORT, arguments -> transport.complete((Transport) arguments[0]));
            socket.connect();
        }

        JSONObject await(String event) throws InterruptedException {
            var data = Objects.requireNonNull(heard.get(event)).poll(PATIENCE_SECONDS, SECONDS);
            return Objects.requireNonNull(data, event + ": not within " + PATIENCE_SECONDS + " s");
        }

        JSONObject ask(String event, JSONObject data) {
            var answer = new CompletableFuture<JSONObject>();
            socket.emit(event, data, (Ack) arguments -> answer.complete((JSONObject) arguments[0]));
            return answer.orTimeout(PATIENCE_SECONDS, SECONDS).join();
        }

        /** As a network would. */
        void cut() {
            transport.join().close();
        }

        @Override
        public void close() {
            socket.disconnect();
            sockets.verify();
        }
    }
}
