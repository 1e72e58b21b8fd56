package dev.parley.gateway.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that is opened again whenever it is gone, or answers too late to be of use. Tended by one thread. */
final class KeptConnection<C extends StatefulRedisConnection<String, byte[]>> {

    private static final Logger log = LoggerFactory.getLogger(KeptConnection.class);

    private final String name;
    private final Supplier<C> opener;
    private final Consumer<C> opened;
    private final Duration answer;
    private volatile @Nullable C connection;

    /** @param opened what is done with each new connection before others get it */
    KeptConnection(String name, Supplier<C> opener, Consumer<C> opened, Duration answer) {
        this.name = name;
        this.opener = opener;
        this.opened = opened;
        this.answer = answer;
    }

    /** @return null while Redis is away */
    @Nullable
    C current() {
        var present = connection;
        return present != null && present.isOpen() ? present : null;
    }

    void tend() throws InterruptedException {
        var present = current();
        if (present == null) {
            open();
        } else if (!answers(present.async().ping())) {
            log.warn("{}: Redis does not answer within {}", name, answer);
            close();
        }
    }

    private void open() {
        try {
            var fresh = opener.get();
            fresh.setTimeout(answer);
            opened.accept(fresh);
            connection = fresh;
            log.info("{}: connected to Redis", name);
        } catch (RedisException e) {
            log.debug("{}: Redis is away", name, e);
        }
    }

    private boolean answers(RedisFuture<String> ping) throws InterruptedException {
        try {
            ping.get(answer.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("{}: no pong", name, e);
            return false;
        }
    }

    /** What waits for an answer fails. */
    void close() {
        var last = connection;
        connection = null;
        if (last != null) {
            last.closeAsync();
        }
    }
}
