package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pulse pulse = new Pulse(
            new SessionSettings.Heartbeat(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(1)), 0);

    @Test
    void pingsEverySoOften() {
        assertThat(pulse.due(24 * SECOND)).isEqualTo(Pulse.Due.NOTHING);
        assertThat(pulse.due(25 * SECOND)).isEqualTo(Pulse.Due.PING);
        pulse.answered();
        assertThat(pulse.due(49 * SECOND)).isEqualTo(Pulse.Due.NOTHING);
        assertThat(pulse.due(50 * SECOND)).isEqualTo(Pulse.Due.PING);
    }

    @Test
    void givesUpWithoutAnAnswer() {
        assertThat(pulse.due(25 * SECOND)).isEqualTo(Pulse.Due.PING);
        assertThat(pulse.due(44 * SECOND)).isEqualTo(Pulse.Due.NOTHING);
        assertThat(pulse.due(45 * SECOND)).isEqualTo(Pulse.Due.GIVE_UP);
    }
}
