package dev.parley.search.indexing;

import dev.parley.search.index.IndexUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How far the indexes are; all instances tell the same of what they share. */
@Component
class IndexGauges implements MeterBinder {

    private final Freshness freshness;
    private final ServingIndex serving;
    private final Rebuild rebuild;
    private final StoppedPartitions stopped;

    IndexGauges(Freshness freshness, ServingIndex serving, Rebuild rebuild, StoppedPartitions stopped) {
        this.freshness = freshness;
        this.serving = serving;
        this.rebuild = rebuild;
        this.stopped = stopped;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parley.search.partitions.stopped", stopped, StoppedPartitions::count)
                .description(
                        "Partitions that wait for a version that knows their next event; anything but 0 is an alert")
                .register(registry);
        Gauge.builder("parley.search.lag.records", freshness, Freshness::missing)
                .description("Records of the log that the serving index has not read")
                .register(registry);
        Gauge.builder("parley.search.lag.records.max", freshness, Freshness::mostMissing)
                .description("The same of the partition that is furthest behind")
                .register(registry);
        Gauge.builder("parley.search.lag", freshness, index -> index.lag().toMillis() / 1000.0)
                .description(
                        "Age of the oldest event that the serving index has yet to read, to a second; 0 where none waits")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("parley.search.generation", this, gauges -> gauges.number())
                .description("Number of the generation that serves; 0 where none does")
                .register(registry);
        Gauge.builder("parley.search.build.progress", this, gauges -> gauges.progress())
                .description("Done of what is being built, 0 to 1; not a number while nothing is")
                .register(registry);
    }

    private double number() {
        try {
            return serving.current().generation().number();
        } catch (IndexUnavailable e) {
            return 0;
        }
    }

    private double progress() {
        return rebuild.reading().map(reading -> reading.percent() / 100).orElse(Double.NaN);
    }
}
