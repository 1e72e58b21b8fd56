package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.indexing.LogSamples.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MAX_LAG = Duration.ofMinutes(1);

    private final MutableClock clock = new MutableClock();
    private final Freshness freshness = new Freshness(clock, new FreshnessSettings(MAX_LAG));

    @Test
    void isStaleWhileNothingIsKnown() {
        assertThat(freshness.isStale()).isTrue();
        assertThat(freshness.indexedAt()).isEqualTo(Instant.EPOCH);
        assertThat(freshness.wantedFirst()).contains(clock.instant().minus(MAX_LAG));
    }

    @Test
    void isFreshFromTheStartIfItHasWhatWasThereAMinuteAgo() {
        var start = clock.instant();
        begin(Map.of(0, 10L), Map.of(0, 15L));
        assertThat(freshness.wantedFirst()).isEmpty();

        freshness.indexed(Map.of(0, 9L));
        assertThat(freshness.isStale()).isTrue();
        freshness.indexed(Map.of(0, 10L));
        assertThat(freshness.isStale()).isFalse();
        assertThat(freshness.indexedAt()).isEqualTo(start.minus(MAX_LAG));
        assertThat(freshness.missing()).isEqualTo(5);
    }

    @Test
    void tellsUpToWhenItHasEverything() {
        begin(Map.of(0, 0L, 1, 0L), Map.of(0, 0L, 1, 0L));
        sample(Map.of(0, 3L, 1, 0L));
        var third = clock.instant();
        sample(Map.of(0, 3L, 1, 4L));
        var fourth = clock.instant();

        freshness.indexed(Map.of(0, 3L, 1, 3L));
        assertThat(freshness.indexedAt()).isEqualTo(third);
        freshness.indexed(Map.of(0, 3L, 1, 4L));
        assertThat(freshness.indexedAt()).isEqualTo(fourth);
        assertThat(freshness.lag()).isEqualTo(Duration.ZERO);
    }

    @Test
    void turnsStaleOnceItLacksSomethingForLongerThanAMinute() {
        begin(Map.of(0, 0L), Map.of(0, 0L));
        freshness.indexed(Map.of(0, 0L));
        for (var second = 0; second < 60; second++) {
            sample(Map.of(0, 1L));
            assertThat(freshness.isStale()).as("after %s s", second + 1).isFalse();
        }
        sample(Map.of(0, 1L));
        assertThat(freshness.isStale()).isTrue();
        assertThat(freshness.lag()).isEqualTo(Duration.ofSeconds(61));

        freshness.indexed(Map.of(0, 1L));
        assertThat(freshness.isStale()).isFalse();
        assertThat(freshness.indexedAt()).isEqualTo(clock.instant());
    }

    @Test
    void staysFreshWhileKafkaIsAwayIfItHasAllThereWas() {
        begin(Map.of(0, 10L), Map.of(0, 10L));
        var known = clock.instant();
        freshness.indexed(Map.of(0, 10L));
        clock.advance(Duration.ofHours(3));
        assertThat(freshness.isStale()).isFalse();
        assertThat(freshness.indexedAt()).isEqualTo(known);
    }

    @Test
    void isStaleIfItHasReadFurtherThanTheLogReaches() {
        begin(Map.of(0, 10L), Map.of(0, 10L));
        freshness.indexed(Map.of(0, 11L));
        // It may have been appended and read since the last sample.
        assertThat(freshness.isStale()).isFalse();
        sample(Map.of(0, 10L));
        assertThat(freshness.isStale()).isTrue();
        freshness.indexed(Map.of(0, 9L));
        sample(Map.of(0, 10L));
        assertThat(freshness.isStale()).isTrue();
        freshness.indexed(Map.of(0, 10L));
        sample(Map.of(0, 10L));
        assertThat(freshness.isStale()).isFalse();
    }

    @Test
    void isFreshUnderSteadyLoadASecondBehind() {
        begin(Map.of(0, 0L), Map.of(0, 0L));
        for (var second = 1; second <= 1_000; second++) {
            sample(Map.of(0, second * 100L));
            freshness.indexed(Map.of(0, (second - 1) * 100L));
            assertThat(freshness.isStale()).isFalse();
        }
        assertThat(freshness.lag()).isEqualTo(SECOND);
    }

    private void begin(Map<Integer, Long> aMinuteAgo, Map<Integer, Long> now) {
        freshness.sampled(new Sample(freshness.wantedFirst().orElseThrow(), aMinuteAgo));
        freshness.sampled(new Sample(clock.instant(), now));
    }

    private void sample(Map<Integer, Long> ends) {
        clock.advance(SECOND);
        freshness.sampled(new Sample(clock.instant(), ends));
    }
}
