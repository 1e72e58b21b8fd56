package dev.parley.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesUpToTheMost() {
        var pauses = Stream.iterate(new Backoff(Duration.ofMillis(100), Duration.ofMillis(500)), Backoff::longer)
                .limit(5)
                .map(each -> each.pause().toMillis());
        assertThat(pauses).containsExactly(100L, 200L, 400L, 500L, 500L);
    }
}
