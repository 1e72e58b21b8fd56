package dev.parley.gateway.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.socketio.Packet;
import dev.parley.gateway.protocol.socketio.PacketReader;
import dev.parley.gateway.protocol.socketio.SocketIoFraming;
import dev.parley.gateway.session.CloseCode;
import dev.parley.gateway.session.FakeSocket;
import dev.parley.gateway.session.Line;
import dev.parley.gateway.session.Pulse;
import dev.parley.gateway.session.SessionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SocketIoConnectionTest {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final SessionSettings SOCKETS = new SessionSettings(
            new SessionSettings.Handshake(List.of("*"), Duration.ofSeconds(2)),
            new SessionSettings.Heartbeat(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofMillis(5)),
            new SessionSettings.Outbound(100, DataSize.ofMegabytes(1), GRACE),
            new SessionSettings.Shutdown(Duration.ZERO, Duration.ZERO, Duration.ZERO),
            5,
            Duration.ZERO,
            Duration.ofSeconds(30));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FakeSocket socket = new FakeSocket(100);
    private final Door door = new Door();
    private final Switchboard switchboard = new Switchboard(
            new SocketIoSettings(Duration.ofSeconds(10), 2, 1), SOCKETS, timer);
    private final long start = System.nanoTime();
    private final SocketIoConnection connection = new SocketIoConnection(
            new Line(socket, SocketIoFraming.MAIN, new Pulse(SOCKETS.heartbeat(), start)),
            "0{}".getBytes(UTF_8),
            new PacketReader(1_000),
            door,
            switchboard);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void saysThatAMemberIsInBeforeTheMemberSaysAnything() {
        connection.opened();
        assertThat(switchboard.isFull()).isTrue();
        connection.text("40");
        assertThat(socket.events).containsExactly("0{}");
        door.verdict.complete(granted());
        assertThat(socket.events).containsExactly("0{}", "40{\"sid\":\"m\"}");
        assertThat(door.heard).containsExactly("joined");
        assertThat(switchboard.isFull()).isFalse();
        connection.text("42[\"e\",{}]");
        connection.text("41");
        assertThat(door.heard).containsExactly("joined", "e", "left");
        assertThat(switchboard.isFull()).isTrue();
        connection.closed();
        assertThat(door.heard).containsExactly("joined", "e", "left");
        assertThat(switchboard.isFull()).isFalse();
    }

    @Test
    void makesNobodyAMemberWhoHasGoneMeanwhile() {
        connection.opened();
        connection.text("40");
        connection.closed();
        door.verdict.complete(granted());
        assertThat(door.heard).isEmpty();
        assertThat(socket.events).containsExactly("0{}");
    }

    @Test
    void tellsAMemberOnceThatItHasLeft() {
        door.whileJoining = connection::closed;
        connection.opened();
        connection.text("40");
        door.verdict.complete(granted());
        assertThat(door.heard).containsExactly("joined", "left");
        connection.closed();
        assertThat(door.heard).containsExactly("joined", "left");
    }

    @Test
    void deniesWithAReasonAndNotForEver() {
        connection.opened();
        door.verdict.complete(new Application.Entry.Denied(
                Refusal.of(ErrorCode.CHAT_UNAUTHENTICATED, "token: no")));
        connection.text("40");
        connection.text("40/elsewhere");
        assertThat(socket.events).containsExactly(
                "0{}",
                "44{\"message\":\"token: no\",\"data\":{\"code\":\"CHAT_UNAUTHENTICATED\",\"message\":\"token: no\","
                        + "\"retryable\":false}}",
                "44/elsewhere,{\"message\":\"Invalid namespace\"}");
        connection.text("40");
        assertThat(socket.events).endsWith("close 4400");
    }

    @Test
    void closesSoThatTheClientTriesAgainWhereNobodyCanDecide() {
        connection.opened();
        connection.text("40");
        door.verdict.complete(new Application.Entry.Undecided());
        assertThat(socket.events).containsExactly("0{}", "close 1013");
    }

    @Test
    void closesSoThatTheClientTriesAgainWhereTheVerdictFails() {
        connection.opened();
        connection.text("40");
        door.verdict.completeExceptionally(new IllegalStateException("as a test wants it"));
        assertThat(socket.events).containsExactly("0{}", "close 1013");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42[\"e\"]", "41", "430[]", "junk", "42/elsewhere,[\"e\"]"})
    void closesOnWhatComesBeforeTheAnswer(String packet) {
        connection.opened();
        connection.text("40");
        connection.text(packet);
        assertThat(socket.events).containsExactly("0{}", "close 4400");
    }

    @Test
    void closesOnASecondConnect() {
        connection.opened();
        connection.text("40");
        connection.text("40");
        assertThat(socket.events).containsExactly("0{}", "close 4400");
    }

    @Test
    void leavesTheCloseToAMemberWhereThereIsOne() {
        connection.opened();
        door.verdict.complete(granted());
        connection.text("40");
        connection.text("junk");
        assertThat(door.heard).containsExactly("joined", "close 4400");
        assertThat(socket.events).doesNotContain("close 4400");
    }

    @Test
    void pingsInTextWhetherAnybodyIsInOrNot() {
        connection.opened();
        connection.lookAfter(start + Duration.ofSeconds(25).toNanos(), GRACE);
        assertThat(socket.events).containsExactly("0{}", "2");
        connection.text("3");
        connection.lookAfter(start + Duration.ofSeconds(50).toNanos(), GRACE);
        connection.lookAfter(start + Duration.ofSeconds(70).toNanos(), GRACE);
        assertThat(socket.events).containsExactly("0{}", "2", "2", "close 1001");
    }

    @Test
    void cutsAConnectionWhoseCloseHangs() {
        connection.opened();
        connection.text("1");
        connection.lookAfter(System.nanoTime(), GRACE);
        assertThat(socket.events).containsExactly("0{}", "close 1000");
        connection.lookAfter(System.nanoTime() + Duration.ofSeconds(6).toNanos(), GRACE);
        assertThat(socket.events).containsExactly("0{}", "close 1000", "abort");
    }

    @Test
    void showsThoseOutWhoAreNowhereWhenTheGatewayStops() {
        switchboard.start();
        connection.opened();
        switchboard.stop();
        assertThat(socket.events).endsWith("close 1012");
    }

    private Application.Entry granted() {
        return new Application.Entry.Granted(door::member);
    }

    /** An application of one namespace, whose verdict is up to the test. */
    private static final class Door implements Application {

        private final CompletableFuture<Entry> verdict = new CompletableFuture<>();
        private final List<String> heard = new ArrayList<>();
        private Runnable whileJoining = () -> {};

        @Override
        public boolean has(String namespace) {
            return namespace.equals("/");
        }

        @Override
        public CompletionStage<Entry> join(Packet.Connect packet) {
            return verdict;
        }

        Member member() {
            return new Member() {
                @Override
                public String id() {
                    return "m";
                }

                @Override
                public void joined() {
                    heard.add("joined");
                    whileJoining.run();
                }

                @Override
                public void event(Packet.Event event) {
                    heard.add(event.name());
                }

                @Override
                public void close(CloseCode code) {
                    heard.add(code == CloseCode.NOT_THE_PROTOCOL ? "close 4400" : code.name());
                }

                @Override
                public void left() {
                    heard.add("left");
                }
            };
        }
    }
}
