package dev.parley.gateway.mailbox;

import dev.parley.contracts.GatewayId;
import dev.parley.gateway.redis.RedisLine;

/** Has something of its own to keep with Redis at the gateway's place. Must not block. */
public interface PlaceListener {

    /**
     * The gateway has a place, a new one or the same again: what was there before may be gone.
     *
     * @param line that lasts as long as this stay
     */
    void movedTo(GatewayId gatewayId, RedisLine line);

    /** Until the next place, there is none. */
    void movedOut();
}
