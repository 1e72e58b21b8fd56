package dev.parley.gateway.redis;

import dev.parley.access.logs.LogKeys;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this gateway listens to. Channels are sharded ones, so that in a cluster a message passes one shard only. After a
 * line was away, all that is wanted is listened to again; what was said meanwhile is lost, and who needs to know asks
 * for {@link #onReturn}.
 */
public final class Channels {

    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private final Map<String, Consumer<byte[]>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> returns = new CopyOnWriteArrayList<>();
    private @Nullable StatefulRedisPubSubConnection<String, byte[]> line;

    /** @param action done whenever all is listened to again over a new line, on a thread of the client's */
    public void onReturn(Runnable action) {
        returns.add(action);
    }

    /** @param listener called on a thread of the client's: it must not block */
    public synchronized void listen(String channel, Consumer<byte[]> listener) {
        if (listeners.put(channel, listener) == null && line != null && line.isOpen()) {
            line.async().ssubscribe(channel);
        }
    }

    /** @param wanted asked under the same lock that {@link #listen} takes, so that who comes back is not overheard */
    public synchronized void leave(String channel, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean() && listeners.remove(channel) != null && line != null && line.isOpen()) {
            line.async().sunsubscribe(channel);
        }
    }

    public int size() {
        return listeners.size();
    }

    synchronized void listenOn(StatefulRedisPubSubConnection<String, byte[]> fresh) {
        line = fresh;
        fresh.addListener(new RedisPubSubAdapter<>() {

            @Override
            public void smessage(String shardChannel, byte[] message) {
                pass(shardChannel, message);
            }
        });
        // One by one: in a cluster, channels of one command would have to share a slot.
        var heard = listeners.keySet().stream()
                .map(channel -> fresh.async().ssubscribe(channel).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(heard).thenRun(() -> returns.forEach(Runnable::run));
    }

    private void pass(String channel, byte[] message) {
        var listener = listeners.get(channel);
        if (listener == null) {
            return;
        }
        try {
            listener.accept(message);
        } catch (RuntimeException e) {
            // A message that can't be used must not end the line for all others.
            log.atWarn().addKeyValue(LogKeys.CHANNEL, channel).setCause(e).log("a message could not be used");
        }
    }
}
