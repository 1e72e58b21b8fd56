package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Backlog backlog = new Backlog(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void isAsOldAsTheRecordThatWaitsLongest() {
        assertThat(backlog.age()).isZero();
        backlog.waits(1, NOW.minusSeconds(3).toEpochMilli());
        backlog.waits(2, NOW.minusSeconds(7).toEpochMilli());
        assertThat(backlog.age()).isEqualTo(Duration.ofSeconds(7));
        backlog.isEmpty(2);
        assertThat(backlog.age()).isEqualTo(Duration.ofSeconds(3));
        backlog.isEmpty(1);
        assertThat(backlog.age()).isZero();
    }

    @Test
    void takesARecordFromTheFutureForANewOne() {
        backlog.waits(1, NOW.plusSeconds(60).toEpochMilli());
        assertThat(backlog.age()).isZero();
    }
}
