package dev.parley.gateway.presence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.contracts.UserId;
import dev.parley.gateway.redis.RedisLine;
import dev.parley.gateway.session.Arrivals;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells watchers on any gateway of users who come and go, and writes down when they were there: at their coming too, for
 * a gateway that is killed writes nothing.
 */
final class Announcer implements Arrivals {

    static final String CAME = "+";
    static final String WENT = "-";

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final RedisLine redis;
    private final Lookout lookout;
    private final Clock clock;

    Announcer(RedisLine redis, Lookout lookout, Clock clock) {
        this.redis = redis;
        this.lookout = lookout;
        this.clock = clock;
    }

    static String channelOf(UserId userId) {
        return "presence:{" + userId + "}";
    }

    @Override
    public void arrived(UserId userId) {
        announce(userId, CAME);
    }

    @Override
    public void left(UserId userId) {
        announce(userId, WENT);
    }

    private void announce(UserId userId, String what) {
        CompletableFuture.allOf(
                lookout.keepLastSeen(userId, clock.instant()),
                redis.publish(List.of(channelOf(userId)), what.getBytes(US_ASCII)))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        log.debug("not announced, watchers will see for themselves: {}", failure.toString());
                    }
                });
    }
}
