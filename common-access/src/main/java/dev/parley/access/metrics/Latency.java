package dev.parley.access.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** How long messages take on each part of their way, under one name; clocks of several machines may be at work. */
public final class Latency {

    /** Parts of the way, each measured where it ends. */
    public enum Stage {
        /** From the frame's arrival at the gateway until all in-sync replicas have the command. */
        RECEIVED_TO_LOGGED,
        /** From the time of the command's record to the commit of its batch. */
        LOGGED_TO_COMMITTED,
        /** From the commit of a batch until all of it is in the mailboxes. */
        COMMITTED_TO_PUSHED,
        /** From the time of the mailbox's entry until the frame is written to a socket. */
        PUSHED_TO_WRITTEN,
        /** From the frame's arrival at its gateway until the message is written to a socket of a member. */
        RECEIVED_TO_WRITTEN
    }

    private final Timer timer;

    public Latency(MeterRegistry registry, Stage stage) {
        timer = Timer.builder("parley.latency")
                .description("How long messages take on a part of their way")
                .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    public void record(Duration time) {
        // The clocks of two machines may be apart by more than it took.
        timer.record(time.isNegative() ? Duration.ZERO : time);
    }
}
