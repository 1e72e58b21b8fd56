package dev.parley.gateway.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Sockets and frames in numbers. */
final class SessionMetrics {

    private final Counter framesIn;
    private final Counter framesOut;
    private final Counter refused;
    private final Counter tooSlow;

    SessionMetrics(MeterRegistry metrics, Sessions sessions) {
        framesIn = counter(metrics, "parley.gateway.frames.in", "text frames from clients");
        framesOut = counter(metrics, "parley.gateway.frames.out", "text frames to clients");
        refused = counter(metrics, "parley.gateway.frames.refused", "frames answered with an error");
        tooSlow = counter(metrics, "parley.gateway.sessions.too.slow", "closed since their queue was full");
        Gauge.builder("parley.gateway.sessions", sessions, Sessions::count)
                .description("open sessions")
                .register(metrics);
    }

    private static Counter counter(MeterRegistry metrics, String name, String description) {
        return Counter.builder(name).description(description).register(metrics);
    }

    void frameIn() {
        framesIn.increment();
    }

    void framesOut(int frames) {
        framesOut.increment(frames);
    }

    void refused() {
        refused.increment();
    }

    void tooSlow() {
        tooSlow.increment();
    }
}
