package dev.parley.local;

import java.util.concurrent.ThreadLocalRandom;

import dev.parley.engines.FreePort;

/** A number to move all ports of a stack by, so that they are free. */
final class FreeBase {

    private FreeBase() {}

    static int next() {
        while (true) {
            var base = ThreadLocalRandom.current().nextInt(50, 700) * 20;
            var at = new Addresses(base);
            if (FreePort.isFree(at.kafka()) && FreePort.isFree(at.postgres()) && FreePort.isFree(at.gateway(1))) {
                return base;
            }
        }
    }
}
