package dev.parley.gateway.ratelimit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How often limits were asked, who answered, and what. */
final class LimitMetrics {

    private final MeterRegistry metrics;
    private final Counter frames;
    private final Counter keptOn;
    private final Counter handshakes;

    LimitMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        frames = counter("parley.gateway.limits.frames.refused", "frames over the limit of a session");
        keptOn = counter("parley.gateway.limits.kept.on", "sessions closed since they kept on over a limit");
        handshakes = counter("parley.gateway.limits.handshakes.refused", "handshakes over the limit of an address");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(metrics);
    }

    /** @param by who counted: Redis for all gateways, or this gateway for itself */
    void message(String by, Verdict verdict) {
        var outcome = switch (verdict) {
            case Verdict.Within _ -> "within";
            case Verdict.Over _ -> "over";
        };
        metrics.counter("parley.gateway.limits.messages", "by", by, "outcome", outcome).increment();
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
