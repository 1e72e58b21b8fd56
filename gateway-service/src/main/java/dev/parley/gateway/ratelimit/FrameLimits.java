package dev.parley.gateway.ratelimit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Makes the limit of each socket. */
public final class FrameLimits {

    private final boolean enabled;
    private final Rate frames;
    private final Rate patience;
    private final KeptOnSettings keptOn;
    private final LimitMetrics metrics;
    private final LongSupplier nanos;

    FrameLimits(LimitSettings limits, KeptOnSettings keptOn, LimitMetrics metrics, LongSupplier nanos) {
        this.enabled = limits.enabled();
        this.frames = Rate.evenly(limits.framesPerSecond(), Duration.ofSeconds(1));
        this.patience = Rate.evenly(keptOn.refusedFrames(), keptOn.within());
        this.keptOn = keptOn;
        this.metrics = metrics;
        this.nanos = nanos;
    }

    public FrameLimit forSocket() {
        return enabled ? new FrameLimit(frames.bucket(nanos), patience.bucket(nanos)) : FrameLimit.NONE;
    }

    /** What is said to who is over the limit. */
    public String expectation() {
        return "frames: too many (expected: at most " + frames.count() + " a second)";
    }

    /** When who was closed may come back. */
    public Duration reconnectAfter() {
        return keptOn.reconnectAfter();
    }

    public void countRefused() {
        metrics.frameRefused();
    }

    public void countKeptOn() {
        metrics.keptOn();
    }
}
