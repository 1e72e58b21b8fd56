package dev.parley.persistence.lag;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** All instances tell the same: it is of the whole log, partitions that nobody writes included. */
@Component
class LagGauges implements MeterBinder {

    private final LagWatch watch;

    LagGauges(LagWatch watch) {
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parley.writer.lag.records", watch, LagWatch::records)
                .description("Commands of the log that no writer has decided, of all partitions together")
                .register(registry);
        Gauge.builder("parley.writer.lag.records.max", watch, LagWatch::mostRecords)
                .description("The same of the partition that is furthest behind")
                .register(registry);
    }
}
