package dev.parley.gateway.ratelimit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** How often limits were asked, who answered, and what. */
final class LimitMetrics {

    /** Who counts: for all gateways, or this one for itself. */
    static final String REDIS = "redis";
    static final String GATEWAY = "gateway";

    private static final String WITHIN = "within";
    private static final String OVER = "over";

    private final MeterRegistry metrics;
    private final Counter frames;
    private final Counter keptOn;
    private final Counter handshakes;

    LimitMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        frames = counter("parley.gateway.limits.frames.refused", "frames over the limit of a session");
        keptOn = counter("parley.gateway.limits.kept.on", "sessions closed since they kept on over a limit");
        handshakes = counter("parley.gateway.limits.handshakes.refused", "handshakes over the limit of an address");
        for (var by : List.of(REDIS, GATEWAY)) {
            messages(by, WITHIN);
            messages(by, OVER);
        }
    }

    private Counter messages(String by, String outcome) {
        return Counter.builder("parley.gateway.limits.messages")
                .description("sends, edits and deletions held against the limit of their user")
                .tag("by", by)
                .tag("outcome", outcome)
                .register(metrics);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(metrics);
    }

    /** @param by who counted: Redis for all gateways, or this gateway for itself */
    void message(String by, Verdict verdict) {
        messages(by, switch (verdict) {
            case Verdict.Within _ -> WITHIN;
            case Verdict.Over _ -> OVER;
        }).increment();
    }

    void frameRefused() {
        frames.increment();
    }

    void keptOn() {
        keptOn.increment();
    }

    void handshakeRefused() {
        handshakes.increment();
    }
}
