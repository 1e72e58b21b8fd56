package dev.parley.gateway.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.wire.MailboxEntry;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One mailbox: a stream under a name of its own, and how far it has been read. Used by one thread. */
final class Mailbox {

    private final GatewayId gatewayId;
    private final String key;
    private String lastId;
    private long read;

    private Mailbox(GatewayId gatewayId, String firstId) {
        this.gatewayId = gatewayId;
        this.key = RedisKeys.mailbox(gatewayId);
        this.lastId = firstId;
        this.read = 1;
    }

    /**
     * A mailbox is never made twice under one name: writers who found the old one gone are about to take its routes away.
     */
    static Mailbox create(StatefulRedisConnection<String, byte[]> redis, Duration lease) {
        var gatewayId = GatewayId.random();
        var commands = redis.sync();
        var key = RedisKeys.mailbox(gatewayId);
        var first = Map.of(RedisKeys.ENTRY_FIELD, MailboxEntry.getDefaultInstance().toByteArray());
        var mailbox = new Mailbox(gatewayId, commands.xadd(key, first));
        commands.pexpire(key, lease.toMillis());
        commands.sadd(RedisKeys.GATEWAYS, gatewayId.value().getBytes(UTF_8));
        return mailbox;
    }

    GatewayId gatewayId() {
        return gatewayId;
    }

    /** @return whether the mailbox is there still */
    boolean refresh(StatefulRedisConnection<String, byte[]> redis, Duration lease) {
        return redis.sync().pexpire(key, lease.toMillis());
    }

    /** Waits for entries. The next read goes on behind them. */
    List<Entry> read(StatefulRedisConnection<String, byte[]> redis, MailboxSettings.Reading settings) {
        var args = XReadArgs.Builder.block(settings.block().toMillis()).count(settings.entries());
        var messages = xread(redis.sync(), args);
        if (!messages.isEmpty()) {
            lastId = messages.getLast().getId();
            read += messages.size();
        }
        return messages.stream()
                .map(message -> Entry.of(message.getId(), message.getBody().get(RedisKeys.ENTRY_FIELD)))
                .toList();
    }

    private List<StreamMessage<String, byte[]>> xread(RedisCommands<String, byte[]> commands, XReadArgs args) {
        return commands.xread(args, StreamOffset.from(key, lastId));
    }

    /**
     * Counts the entries that were cut off before they were read, once.
     *
     * @return how many; only meaningful when the mailbox is there
     */
    long takeMissed(StatefulRedisConnection<String, byte[]> redis) {
        var info = StreamInfo.of(redis.sync().xinfoStream(key));
        var missed = Math.max(0, info.cutOff() - read);
        read += missed;
        return missed;
    }

    /** Leaves nothing behind. */
    void remove(StatefulRedisConnection<String, byte[]> redis) {
        redis.sync().srem(RedisKeys.GATEWAYS, gatewayId.value().getBytes(UTF_8));
        redis.sync().del(key);
    }
}
