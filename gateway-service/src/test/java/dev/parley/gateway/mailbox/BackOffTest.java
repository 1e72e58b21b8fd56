package dev.parley.gateway.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void growsToItsBoundAndStartsAgain() {
        var backOff = new BackOff(Duration.ofMillis(100), Duration.ofMillis(300));
        assertThat(backOff.next()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(backOff.next()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        for (var i = 0; i < 5; i++) {
            assertThat(backOff.next()).isBetween(Duration.ofMillis(150), Duration.ofMillis(300));
        }
        backOff.reset();
        assertThat(backOff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
