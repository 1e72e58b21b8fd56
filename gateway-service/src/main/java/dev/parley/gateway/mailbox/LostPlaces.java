package dev.parley.gateway.mailbox;

import dev.parley.gateway.session.Resync;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every loss is counted, logged, and told to those whom it may concern. */
final class LostPlaces {

    private static final Logger log = LoggerFactory.getLogger(LostPlaces.class);

    private final Resync resync;
    private final MeterRegistry metrics;

    LostPlaces(Resync resync, MeterRegistry metrics) {
        this.resync = resync;
        this.metrics = metrics;
    }

    void tell(LossReason reason) {
        metrics.counter("parley.gateway.lost.places", "reason", reason.code()).increment();
        log.info("sessions have to sync: reason={}", reason.code());
        resync.everyone(reason.code());
    }
}
