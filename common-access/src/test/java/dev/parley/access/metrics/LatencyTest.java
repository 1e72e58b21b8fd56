package dev.parley.access.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.metrics.Latency.Stage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countsWhatAClockThatIsBehindWouldMakeNegative() {
        var latency = new Latency(registry, Stage.LOGGED_TO_COMMITTED);
        latency.record(Duration.ofMillis(-3));
        latency.record(Duration.ofMillis(7));
        var timer = registry.get("parley.latency").tag("stage", "logged_to_committed").timer();
        assertThat(timer.count()).isEqualTo(2);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
    }
}
