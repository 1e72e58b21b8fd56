package dev.parley.gateway.redis;

/** There is no line to Redis right now. It has no stack trace: while Redis is away it is thrown all the time. */
public final class RedisAway extends RuntimeException {

    RedisAway() {
        super("Redis is away", null, false, false);
    }
}
