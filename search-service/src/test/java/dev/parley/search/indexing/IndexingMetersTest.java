package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Change;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class IndexingMetersTest {

    private final MutableClock clock = new MutableClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final IndexingMeters meters = new IndexingMeters(registry, clock);

    @Test
    void countsEachRecordReadUnderOneOutcome() {
        meters.applied(true, batch());
        meters.applied(true, batch());
        meters.applied(false, batch());

        assertThat(count("parley.search.records.read", "serving")).isEqualTo(8);
        assertThat(outcome("applied")).isEqualTo(4);
        assertThat(outcome("skipped")).isEqualTo(2);
        assertThat(outcome("dead_lettered")).isEqualTo(2);
        assertThat(count("parley.search.records.read", "serving"))
                .isEqualTo(outcome("applied") + outcome("skipped") + outcome("dead_lettered"));
        assertThat(count("parley.search.changes", "serving")).isEqualTo(6);
        assertThat(count("parley.search.records.read", "building")).isEqualTo(4);
    }

    @Test
    void timesOnlyWhatCanBeFound() {
        var batch = batch();
        clock.advance(Duration.ofMillis(250));
        meters.applied(false, batch);
        assertThat(registry.get("parley.search.freshness").timer().count()).isZero();
        meters.applied(true, batch);
        var timer = registry.get("parley.search.freshness").timer();
        assertThat(timer.count()).isEqualTo(2);
        assertThat(timer.max(TimeUnit.MILLISECONDS)).isEqualTo(250);
    }

    private EventBatch batch() {
        var source = new ConsumerRecord<byte[], byte[]>(Topics.EVENTS, 0, 0, new byte[0], new byte[0]);
        var alice = new UserId("alice");
        var left = new Change.Left(ConversationId.direct(alice, alice), alice, 1);
        return new EventBatch(
                List.of(
                        new LoggedEvent.Understood(source, List.of(left), clock.instant()),
                        new LoggedEvent.Understood(source, List.of(left, left), clock.instant()),
                        new LoggedEvent.Skipped(source),
                        new LoggedEvent.Dead(source, "for a reason")),
                Map.of(0, 4L));
    }

    private double outcome(String outcome) {
        return registry.get("parley.search.records").tags("index", "serving", "outcome", outcome).counter().count();
    }

    private double count(String name, String index) {
        return registry.get(name).tag("index", index).counter().count();
    }
}
