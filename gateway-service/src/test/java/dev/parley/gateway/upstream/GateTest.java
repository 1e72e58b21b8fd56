package dev.parley.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(1, 2);

    @Test
    void letsInOneAfterAnother() {
        assertThat(enter()).isDone();
        var second = enter();
        var third = enter();
        assertThat(second).isNotDone();
        gate.leave();
        assertThat(second).isDone();
        assertThat(third).isNotDone();
        gate.leave();
        gate.leave();
        assertThat(enter()).isDone();
    }

    @Test
    void hasALineThatEnds() {
        enter();
        enter();
        enter();
        assertThat(gate.waiting()).isEqualTo(2);
        assertThat(gate.enter()).isNull();
    }

    @Test
    void passesOverThoseWhoHaveGoneAway() {
        enter();
        var gone = enter();
        var there = enter();
        gone.cancel(false);
        gate.leave();
        assertThat(there).isDone();
    }

    private CompletableFuture<Void> enter() {
        return Objects.requireNonNull(gate.enter());
    }
}
