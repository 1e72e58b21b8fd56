package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StartPatienceTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksAgainUntilAllIsThere() {
        new StartPatience(Duration.ofMinutes(1)).await(() -> looks.incrementAndGet() == 2
                ? Optional.empty()
                : Optional.of(new StartRefused("not there")));
        assertThat(looks).hasValue(2);
    }

    @Test
    void looksOnceWithoutAnyPatience() {
        assertThatThrownBy(() -> new StartPatience(Duration.ZERO).await(() -> {
            looks.incrementAndGet();
            return Optional.of(new StartRefused("not there"));
        })).isInstanceOf(StartRefused.class).hasMessage("not there");
        assertThat(looks).hasValue(1);
    }
}
