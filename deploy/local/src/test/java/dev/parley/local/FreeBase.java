package dev.parley.local;

import java.util.concurrent.ThreadLocalRandom;

import dev.parley.engines.FreePort;

/** A number to move all ports of a stack by, so that they are free. */
final class FreeBase {

    /** The bases of {@link LocalStack} are multiples of 20: moved by this, no port of one stack is any port of another. */
    private static final int APART = 5;

    private FreeBase() {}

    static int next() {
        while (true) {
            var base = ThreadLocalRandom.current().nextInt(50, 700) * 20 + APART;
            var at = new Addresses(base);
            if (FreePort.isFree(at.kafka()) && FreePort.isFree(at.postgres()) && FreePort.isFree(at.gateway(1))) {
                return base;
            }
        }
    }
}
