package dev.parley.search.query;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How many searches there were and how long they took, by what became of them: each search is in one of the timers. */
@Component
class SearchMeters {

    private final Map<Outcome, Timer> searches = new EnumMap<>(Outcome.class);

    SearchMeters(MeterRegistry registry, Turns turns) {
        for (var outcome : Outcome.values()) {
            searches.put(outcome, Timer.builder("parley.search.searches")
                    .description("Searches, by outcome")
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry));
        }
        Gauge.builder("parley.search.inside", turns, Turns::inside)
                .description("Searches that are under way or wait for their turn")
                .register(registry);
    }

    void count(Outcome outcome, long nanos) {
        Objects.requireNonNull(searches.get(outcome)).record(Duration.ofNanos(nanos));
    }
}
