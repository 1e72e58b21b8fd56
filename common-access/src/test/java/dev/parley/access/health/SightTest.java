package dev.parley.access.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Instant now = NOON;
    private final Sight<Map<Integer, Long>> sight = new Sight<>(Map.of(), new TestClock(), Duration.ofSeconds(5));

    private final class TestClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    @Test
    void keepsWhatWasSeenLastAndSaysWhyNothingNewerWas() {
        sight.look(() -> Map.of(0, 7L));
        assertThat(sight.trouble()).isEmpty();
        now = NOON.plusSeconds(2);
        sight.look(() -> {
            throw new IllegalStateException("away");
        });
        assertThat(sight.last()).containsEntry(0, 7L);
        assertThat(sight.trouble()).get().asString().contains("for 2 s", "away");
        sight.look(() -> Map.of(0, 8L));
        assertThat(sight.trouble()).isEmpty();
    }

    @Test
    void tellsOfALookThatHangs() {
        sight.look(() -> Map.of());
        now = NOON.plusSeconds(5);
        assertThat(sight.trouble()).isEmpty();
        now = NOON.plusSeconds(6);
        assertThat(sight.trouble()).get().asString().contains("has not answered for 6 s");
    }
}
