package dev.parley.search.indexing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What became of the records. Of each index, {@code parley.search.records.read} is {@code parley.search.records} summed
 * over its outcomes: applied, skipped, dead-lettered; and once the lag is 0, the log's records, or more where a
 * partition changed hands. {@code parley.search.changes} counts apart: an event may change several members.
 */
@Component
class IndexingMeters {

    private final Clock clock;
    private final Purpose serving;
    private final Purpose building;
    private final Counter retries;
    private final DistributionSummary batchSize;
    private final Timer freshness;

    /** The counters of one index. */
    private record Purpose(Counter read, Counter applied, Counter skipped, Counter dead, Counter changes) {

        static Purpose of(MeterRegistry registry, String index) {
            return new Purpose(
                    Counter.builder("parley.search.records.read")
                            .description("Records that an index is done with")
                            .tag("index", index)
                            .register(registry),
                    outcome(registry, index, "applied"),
                    outcome(registry, index, "skipped"),
                    outcome(registry, index, "dead_lettered"),
                    Counter.builder("parley.search.changes")
                            .description("Changes of messages and members that were written")
                            .tag("index", index)
                            .register(registry));
        }

        private static Counter outcome(MeterRegistry registry, String index, String outcome) {
            return Counter.builder("parley.search.records")
                    .description("Records that an index is done with, by outcome")
                    .tag("index", index)
                    .tag("outcome", outcome)
                    .register(registry);
        }

        void count(EventBatch batch) {
            read.increment(batch.events().size());
            for (var event : batch.events()) {
                switch (event) {
                    case LoggedEvent.Understood(_, var changed, _) -> {
                        applied.increment();
                        changes.increment(changed.size());
                    }
                    case LoggedEvent.Skipped _ -> skipped.increment();
                    case LoggedEvent.Dead _ -> dead.increment();
                    case LoggedEvent.Unknown _ -> throw new IllegalStateException("unknown events are in no batch");
                }
            }
        }
    }

    IndexingMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        serving = Purpose.of(registry, "serving");
        building = Purpose.of(registry, "building");
        retries = Counter.builder("parley.search.retries").description("Tries begun again").register(registry);
        batchSize = DistributionSummary.builder("parley.search.batch.size").description("Records of a batch")
                .baseUnit("records").register(registry);
        freshness = Timer.builder("parley.search.freshness")
                .description("From an event's own time until it can be found, in the serving index")
                .register(registry);
    }

    void applied(boolean isServing, EventBatch batch) {
        (isServing ? serving : building).count(batch);
        if (!batch.events().isEmpty()) {
            batchSize.record(batch.events().size());
        }
        if (isServing) {
            var now = clock.instant();
            batch.understood().forEach(event -> freshness.record(Duration.between(event.at(), now)));
        }
    }

    void retried() {
        retries.increment();
    }
}
