package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.protocol.ClosingReason;
import dev.parley.gateway.protocol.Framing;
import dev.parley.gateway.protocol.SessionEvents;
import dev.parley.gateway.protocol.json.JsonFraming;
import dev.parley.gateway.protocol.socketio.SocketIoFraming;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineTest {

    private static final SessionSettings.Heartbeat HEARTBEAT = new SessionSettings.Heartbeat(
            Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(1));

    private final FakeSocket socket = new FakeSocket(10);

    @ParameterizedTest
    @EnumSource(CloseCode.class)
    void saysFarewellToThoseWhoShallNotComeBackAsTheyAre(CloseCode code) {
        on(SocketIoFraming.MAIN).close(code);
        var close = "close " + code.number();
        if (code.comingBack() == CloseCode.Return.UNWELCOME) {
            assertThat(socket.events).containsExactly("41", close);
        } else {
            assertThat(socket.events).containsExactly(close);
        }
    }

    @Test
    void saysWhyBeforeItSaysFarewell() {
        on(SocketIoFraming.MAIN).close(SessionEvents.closing(ClosingReason.TOO_MANY_SESSIONS, Duration.ZERO),
                CloseCode.TOO_MANY_SESSIONS);
        assertThat(socket.events).containsExactly(
                "42[\"session:closing\",{\"reason\":\"too_many_sessions\",\"reconnectAfterMs\":0}]", "41",
                "close 4409");
    }

    @Test
    void leavesItToTheCodeWhereClientsSeeIt() {
        on(JsonFraming.CHAT_V1).close(CloseCode.TOKEN_EXPIRED);
        assertThat(socket.events).containsExactly("close 4401");
    }

    @Test
    void pingsInTheWayOfTheFraming() {
        assertThat(on(JsonFraming.CHAT_V1).ping()).isTrue();
        assertThat(on(SocketIoFraming.MAIN).ping()).isTrue();
        assertThat(socket.events).containsExactly("ping", "2");
        assertThat(new Line(new FakeSocket(0), SocketIoFraming.MAIN, new Pulse(HEARTBEAT, 0)).ping()).isFalse();
    }

    private Line on(Framing framing) {
        return new Line(socket, framing, new Pulse(HEARTBEAT, 0));
    }
}
