package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildTest {

    private static final Map<Integer, Long> ENDS = Map.of(0, 100L, 1, 50L);

    private final MutableClock clock = new MutableClock();

    @Test
    void hasCaughtUpOnceItIsWhereTheServingOneIs() {
        var serving = Map.of(0, 90L, 1, 40L);
        assertThat(Rebuild.hasCaughtUp(Map.of(0, 90L, 1, 39L), serving, ENDS)).isFalse();
        assertThat(Rebuild.hasCaughtUp(Map.of(0, 90L), serving, ENDS)).isFalse();
        assertThat(Rebuild.hasCaughtUp(Map.of(0, 90L, 1, 41L), serving, ENDS)).isTrue();
    }

    @Test
    void hasCaughtUpAtTheEndOfALogThatTheServingOneIsNotOf() {
        var ofAnotherLog = Map.of(0, 1_000L, 1, 40L);
        assertThat(Rebuild.hasCaughtUp(Map.of(0, 99L, 1, 50L), ofAnotherLog, ENDS)).isFalse();
        assertThat(Rebuild.hasCaughtUp(Map.of(0, 100L, 1, 50L), ofAnotherLog, ENDS)).isTrue();
    }

    @Test
    void tellsHowFarItIsAndHowLongItTakes() {
        var progress = new BuildProgress(2);
        var begins = Map.of(0, 10L, 1, 0L);
        var first = progress.read(clock.instant(), Map.of(), begins, Map.of(0, 110L, 1, 100L));
        assertThat(first.done()).isZero();
        assertThat(first.total()).isEqualTo(200);
        assertThat(first.secondsLeft()).isNull();

        clock.advance(Duration.ofSeconds(2));
        var second = progress.read(clock.instant(), Map.of(0, 60L), begins, Map.of(0, 110L, 1, 100L));
        assertThat(second.percent()).isEqualTo(25);
        assertThat(second.recordsPerSecond()).isEqualTo(25);
        assertThat(second.secondsLeft()).isEqualTo(6);
    }

    @Test
    void measuresTheRateOverTheLastSecondsOnly() {
        var progress = new BuildProgress(2);
        for (var second = 0; second <= 30; second++) {
            var position = second <= 15 ? second * 1_000L : 15_000 + (second - 15) * 10L;
            var reading = progress.read(clock.instant(), Map.of(0, position), Map.of(), Map.of(0, 100_000L));
            if (second == 30) {
                assertThat(reading.recordsPerSecond()).isEqualTo(10);
            }
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void isDoneWithAnEmptyLogAtOnce() {
        var reading = new BuildProgress(1).read(clock.instant(), Map.of(), Map.of(0, 5L), Map.of(0, 5L));
        assertThat(reading.percent()).isEqualTo(100);
    }
}
