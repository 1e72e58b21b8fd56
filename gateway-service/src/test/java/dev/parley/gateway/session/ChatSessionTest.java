package dev.parley.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.access.Identity;
import dev.parley.gateway.protocol.SessionEvents;
import dev.parley.gateway.protocol.json.JsonFraming;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatSessionTest {

    private static final Instant EXPIRY = Instant.parse("2026-11-01T10:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration SKEW = Duration.ofSeconds(10);

    private boolean sending;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void leavesOutWhatComesBeforeItIsReady() {
        var socket = new FakeSocket(10);
        var session = session(socket);
        session.deliver(frames("early"));
        ready(session);
        session.deliver(frames("a", "b"));
        assertThat(socket.events).hasSize(3);
        assertThat(socket.events.getFirst()).contains("sync:required");
        assertThat(socket.events).endsWith("a", "b");
    }

    @Test
    void closesOnceWhenItsQueueIsFull() {
        var socket = new FakeSocket(2);
        var session = session(socket);
        ready(session);
        session.deliver(frames("a", "b", "c"));
        session.deliver(frames("d"));
        session.close(CloseCode.NOT_THE_PROTOCOL);
        assertThat(socket.events.subList(1, socket.events.size())).containsExactly("a", "close 4408");
        assertThat(metrics.counter("parley.gateway.sessions.too.slow").count()).isEqualTo(1);
    }

    @Test
    void closesWhenTheTokenEnds() {
        var socket = new FakeSocket(10);
        var session = session(socket);
        session.lookAfter(EXPIRY.minusMillis(1), System.nanoTime(), GRACE);
        // Before it is ready, a client is told nothing.
        assertThat(socket.events).isEmpty();
        session.lookAfter(EXPIRY, System.nanoTime(), GRACE);
        assertThat(socket.events).containsExactly(
                "{\"event\":\"session:closing\",\"data\":{\"reason\":\"token_expired\",\"reconnectAfterMs\":0}}",
                "close 4401");
    }

    @Test
    void warnsOnceBeforeTheTokenEndsByItsOwnWord() {
        var socket = new FakeSocket(10);
        var session = session(socket);
        ready(session);
        session.lookAfter(EXPIRY.minusSeconds(41), System.nanoTime(), GRACE);
        assertThat(socket.events).hasSize(1);
        session.lookAfter(EXPIRY.minusSeconds(40), System.nanoTime(), GRACE);
        session.lookAfter(EXPIRY.minusSeconds(39), System.nanoTime(), GRACE);
        assertThat(socket.events.subList(1, socket.events.size())).containsExactly(
                "{\"event\":\"session:closing\",\"data\":{\"reason\":\"token_expired\",\"reconnectAfterMs\":0,"
                        + "\"closesInMs\":40000}}");
        session.tenure().extend(identity(EXPIRY.plusSeconds(60)));
        session.lookAfter(EXPIRY.plusSeconds(1), System.nanoTime(), GRACE);
        assertThat(socket.events).hasSize(2);
        session.lookAfter(EXPIRY.plusSeconds(20), System.nanoTime(), GRACE);
        assertThat(socket.events).hasSize(3);
    }

    @Test
    void leavesOnceItsAnswersAreOut() {
        var socket = new FakeSocket(10);
        var session = session(socket);
        ready(session);
        session.leave(Duration.ofMillis(1500));
        session.leave(Duration.ofMillis(2));
        sending = true;
        session.leaveIfIdle(Duration.ZERO);
        sending = false;
        socket.idle = false;
        session.leaveIfIdle(Duration.ZERO);
        assertThat(socket.events.subList(1, socket.events.size())).containsExactly(
                "{\"event\":\"session:closing\",\"data\":{\"reason\":\"gateway_going_away\","
                        + "\"reconnectAfterMs\":1500}}");
        socket.idle = true;
        session.leaveIfIdle(Duration.ZERO);
        assertThat(socket.events).endsWith("close 1012");
    }

    @Test
    void pingsAndGivesUp() {
        var socket = new FakeSocket(10);
        var session = session(socket);
        var start = System.nanoTime();
        session.lookAfter(Instant.EPOCH, start + Duration.ofSeconds(30).toNanos(), GRACE);
        session.lookAfter(Instant.EPOCH, start + Duration.ofSeconds(60).toNanos(), GRACE);
        assertThat(socket.events).containsExactly("ping", "close 1001");
    }

    @Test
    void cutsAConnectionWhoseCloseHangs() {
        var socket = new FakeSocket(10);
        var session = session(socket);
        session.close(CloseCode.GOING_AWAY);
        session.lookAfter(Instant.EPOCH, System.nanoTime(), GRACE);
        assertThat(socket.events).containsExactly("close 1012");
        session.lookAfter(Instant.EPOCH, System.nanoTime() + Duration.ofSeconds(6).toNanos(), GRACE);
        assertThat(socket.events).containsExactly("close 1012", "abort");
    }

    private ChatSession session(Socket socket) {
        var heartbeat = new SessionSettings.Heartbeat(
                Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(1));
        return new ChatSession(
                "s1",
                new Tenure(identity(EXPIRY), Duration.ofSeconds(30)),
                new Line(socket, JsonFraming.CHAT_V1, new Pulse(heartbeat, System.nanoTime())),
                new SessionMetrics(metrics, new Sessions()),
                () -> sending);
    }

    private static Identity identity(Instant expiry) {
        return new Identity(new UserId("alice"), new BearerToken("t1"), expiry.minus(SKEW), expiry);
    }

    /** Any event would do. */
    private static void ready(ChatSession session) {
        session.becomeReady(SessionEvents.syncRequired("test"));
    }

    private static List<byte[]> frames(String... texts) {
        return List.of(texts).stream().map(text -> text.getBytes(UTF_8)).toList();
    }
}
