package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.indexing.LogSamples.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogSamplesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final LogSamples samples = new LogSamples(Duration.ofMillis(500));

    @Test
    void keepsTheNewestOfThoseThatAreTooClose() {
        for (var millis = 0; millis <= 2_000; millis += 100) {
            samples.add(at(Duration.ofMillis(millis)));
        }
        assertThat(samples.newest().orElseThrow().at()).isEqualTo(START.plusMillis(2_000));
        assertThat(samples.size()).isBetween(4, 6);
    }

    @Test
    void remembersADayInAFewHundred() {
        for (var second = 0; second < 86_400; second++) {
            samples.add(at(Duration.ofSeconds(second)));
            assertThat(samples.size()).isLessThanOrEqualTo(LogSamples.MOST);
        }
        assertThat(samples.oldest().orElseThrow().at()).isEqualTo(START);
        for (var ago = 0; ago < 100; ago++) {
            var time = START.plusSeconds(86_399 - ago);
            assertThat(samples.newestUntil(time).orElseThrow().at()).isEqualTo(time);
        }
    }

    @Test
    void countsWhatIsMissingOfEachPartition() {
        var sample = new Sample(START, Map.of(0, 10L, 1, 20L, 2, 0L));
        assertThat(sample.missingFrom(Map.of(0, 15L, 1, 13L))).isEqualTo(7);
        assertThat(sample.isCoveredBy(Map.of(0, 15L, 1, 13L))).isFalse();
        assertThat(sample.isCoveredBy(Map.of(0, 10L, 1, 20L))).isTrue();
    }

    private static Sample at(Duration time) {
        return new Sample(START.plus(time), Map.of(0, time.toMillis()));
    }
}
