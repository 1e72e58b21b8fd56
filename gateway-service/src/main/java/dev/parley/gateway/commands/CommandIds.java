package dev.parley.gateway.commands;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes up ids where the client has not: UUIDs of version 7, so that they sort by time. */
final class CommandIds {

    private final Clock clock;

    CommandIds(Clock clock) {
        this.clock = clock;
    }

    /** Unique enough for a name within one conversation; no secret, so no secure randomness. */
    UUID next() {
        var random = ThreadLocalRandom.current();
        var most = clock.millis() << 16 | 0x7000L | random.nextInt(0x1000);
        var least = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
