package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.access.Identity;
import dev.parley.gateway.protocol.json.JsonFraming;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResyncTest {

    private static final Duration SPREAD = Duration.ofSeconds(5);

    private final Delays timer = new Delays();

    /** Keeps what it is given, and when that is due. */
    private static final class Delays extends ScheduledThreadPoolExecutor {

        final List<Long> millis = new ArrayList<>();

        Delays() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            millis.add(unit.toMillis(delay));
            return super.schedule(() -> {}, 0, unit);
        }
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void spreadsSyncsOverTime() {
        var sessions = new Sessions();
        for (var i = 0; i < 200; i++) {
            sessions.add(session("user " + i, sessions));
        }
        new Resync(sessions, timer, SPREAD).everyone("lease_lost");
        assertThat(timer.millis).hasSize(200).allMatch(delay -> delay >= 0 && delay <= SPREAD.toMillis());
        for (var fifth = 0; fifth < 5; fifth++) {
            var from = fifth * 1_000L;
            assertThat(timer.millis).anyMatch(delay -> delay >= from && delay < from + 1_000);
        }
    }

    private static ChatSession session(String user, Sessions sessions) {
        var heartbeat = new SessionSettings.Heartbeat(SPREAD, SPREAD, SPREAD);
        return new ChatSession(
                "session of " + user,
                new Tenure(new Identity(new UserId(user), new BearerToken("t"), Instant.MAX, Instant.MAX), SPREAD),
                new Line(new FakeSocket(0), JsonFraming.CHAT_V1, new Pulse(heartbeat, 0)),
                new SessionMetrics(new SimpleMeterRegistry(), sessions),
                () -> false);
    }
}
