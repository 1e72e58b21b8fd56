package dev.parley.load.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(2);

    private final Pace pace = new Pace(3_000, 500);

    private int admittedAt(long now) {
        var admitted = 0;
        while (pace.admits(now)) {
            admitted++;
        }
        return admitted;
    }

    @Test
    void admitsOneAtATimeOverTheWholeSecond() {
        pace.start(0);
        var total = 0;
        for (var tick = 0; tick < 500; tick++) {
            var admitted = admittedAt(tick * TICK);
            assertThat(admitted).isLessThanOrEqualTo(1 + (tick == 0 ? 1 : 0));
            total += admitted;
        }
        assertThat(total).isBetween(499, 501);
    }

    @Test
    void catchesUpAfterAPauseSoThatTheRateIsKept() {
        pace.start(0);
        admittedAt(0);
        assertThat(admittedAt(TimeUnit.SECONDS.toNanos(1))).isEqualTo(500);
    }
}
