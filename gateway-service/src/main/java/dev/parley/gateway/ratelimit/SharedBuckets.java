package dev.parley.gateway.ratelimit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.contracts.UserId;
import dev.parley.gateway.redis.RedisLine;
import dev.parley.gateway.redis.Script;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A bucket for each user, in Redis, for all gateways, by the clock of Redis. All of it is one number: the time at which
 * the bucket will be full again. Until then the key lives.
 */
final class SharedBuckets {

    private static final Script TAKE = Script.of("""
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local interval = tonumber(ARGV[1])
        local full = tonumber(redis.call('GET', KEYS[1]) or 0)
        full = math.max(now, full) + interval
        local wait = full - now - interval * tonumber(ARGV[2])
        if wait > 0 then
          return wait
        end
        redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))
        return 0
        """);

    private final RedisLine redis;
    private final byte[] intervalMicros;
    private final byte[] burst;

    SharedBuckets(RedisLine redis, Rate rate) {
        this.redis = redis;
        intervalMicros = bytes(rate.interval().toNanos() / 1_000);
        burst = bytes(rate.burst());
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(US_ASCII);
    }

    boolean areReachable() {
        return redis.isUp();
    }

    /** One round trip. What is refused takes nothing from the bucket. */
    CompletableFuture<Verdict> take(UserId userId) {
        return redis.run(TAKE, "limit:messages:{" + userId + "}", intervalMicros, burst)
                .thenApply(micros -> Verdict.of(Duration.ofMillis(Math.ceilDiv(micros, 1_000L))));
    }
}
