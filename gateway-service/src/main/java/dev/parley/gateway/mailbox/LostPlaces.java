package dev.parley.gateway.mailbox;

import dev.parley.access.logs.LogKeys;
import dev.parley.gateway.session.Resync;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every loss is counted, logged, and told to those whom it may concern. */
final class LostPlaces {

    private static final Logger log = LoggerFactory.getLogger(LostPlaces.class);

    private final Resync resync;
    private final Map<LossReason, Counter> losses = new EnumMap<>(LossReason.class);

    LostPlaces(Resync resync, MeterRegistry metrics) {
        this.resync = resync;
        for (var reason : LossReason.values()) {
            losses.put(reason, Counter.builder("parley.gateway.lost.places")
                    .description("times that all sessions had to sync anew, by reason")
                    .tag("reason", reason.code())
                    .register(metrics));
        }
    }

    void tell(LossReason reason) {
        Objects.requireNonNull(losses.get(reason)).increment();
        log.atInfo().addKeyValue(LogKeys.REASON, reason.code()).log("sessions have to sync");
        resync.everyone(reason.code());
    }
}
