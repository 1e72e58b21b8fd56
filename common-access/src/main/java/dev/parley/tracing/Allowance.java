package dev.parley.tracing;

import java.util.function.LongSupplier;

/** So many times in each second, and no more. */
final class Allowance {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final int perSecond;
    private final LongSupplier nanos;
    private long second;
    private int taken;

    Allowance(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.second = nanos.getAsLong();
    }

    synchronized boolean take() {
        var now = nanos.getAsLong();
        if (now - second >= SECOND_NANOS) {
            second = now;
            taken = 0;
        }
        return taken++ < perSecond;
    }
}
