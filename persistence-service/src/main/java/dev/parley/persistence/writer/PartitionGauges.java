package dev.parley.persistence.writer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** The partitions of this instance in numbers. */
@Component
class PartitionGauges implements MeterBinder {

    private final PartitionWatch watch;

    PartitionGauges(PartitionWatch watch) {
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parley.writer.partitions.stopped", watch.stopped(), stopped -> stopped.at().size())
                .description(
                        "Partitions that wait for a writer that knows their next command; anything but 0 is an alert")
                .register(registry);
        Gauge.builder("parley.writer.lag", watch.backlog(), backlog -> backlog.age().toMillis() / 1000.0)
                .description("Age of the oldest command that this instance has yet to decide; 0 where none waits")
                .baseUnit("seconds")
                .register(registry);
    }
}
