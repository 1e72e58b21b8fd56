package dev.parley.gateway.mailbox;

import dev.parley.access.metrics.Latency;
import dev.parley.access.metrics.Latency.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How long new messages took to get here, once for each socket that they are written to. */
final class PassageMeters {

    private final Clock clock;
    private final Latency lastStage;
    private final Latency wholeWay;

    PassageMeters(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        lastStage = new Latency(metrics, Stage.PUSHED_TO_WRITTEN);
        wholeWay = new Latency(metrics, Stage.RECEIVED_TO_WRITTEN);
    }

    void written(List<Passage> passages) {
        var now = clock.millis();
        for (var passage : passages) {
            lastStage.record(Duration.ofMillis(now - passage.pushedAt()));
            wholeWay.record(Duration.ofMillis(now - passage.receivedAt()));
        }
    }
}
