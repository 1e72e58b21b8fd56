package dev.parley.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.GatewayId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.contracts.wire.Message;
import io.lettuce.core.RedisClient;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Does with Redis what a writer does after its commit. */
public final class Writer implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> redis;

    public Writer(String url) {
        client = RedisClient.create(url);
        redis = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    }

    public static Delivery.Builder message(String sender, String recipient, long seq, String content) {
        var conversationId = ConversationId.direct(new UserId(sender), new UserId(recipient));
        return Delivery.newBuilder()
                .addRecipients(sender)
                .addRecipients(recipient)
                .setEvent(Event.newBuilder()
                        .setConversationId(conversationId.toBytes())
                        .setSeq(seq)
                        .setMessageStored(Message.newBuilder()
                                .setMessageId(new MessageId(UUID.randomUUID()).toBytes())
                                .setSeq(seq)
                                .setChangedSeq(seq)
                                .setSenderId(sender)
                                .setContent(content)
                                .setSentAt(1_700_000_000_123L)));
    }

    public Set<GatewayId> routesOf(String user) {
        return ids(RedisKeys.route(new UserId(user)));
    }

    public Set<GatewayId> gateways() {
        return ids(RedisKeys.GATEWAYS);
    }

    private Set<GatewayId> ids(String key) {
        return redis.sync().smembers(key).stream()
                .map(id -> new GatewayId(new String(id, UTF_8)))
                .collect(Collectors.toSet());
    }

    public void push(String user, Delivery.Builder... deliveries) {
        var entry = MailboxEntry.newBuilder();
        List.of(deliveries).forEach(entry::addDeliveries);
        routesOf(user).forEach(gateway -> append(gateway, entry.build().toByteArray(), Long.MAX_VALUE));
    }

    /** @return whether the gateway's mailbox was there */
    public boolean append(GatewayId gateway, byte[] entry, long keep) {
        var args = XAddArgs.Builder.nomkstream().maxlen(keep);
        return redis.sync().xadd(RedisKeys.mailbox(gateway), args, Map.of(RedisKeys.ENTRY_FIELD, entry)) != null;
    }

    /** Appends entries that nobody can read in between. */
    public void appendAtOnce(GatewayId gateway, byte[] entry, int count, long keep) {
        redis.sync().multi();
        for (var i = 0; i < count; i++) {
            redis.async().xadd(
                    RedisKeys.mailbox(gateway),
                    XAddArgs.Builder.nomkstream().maxlen(keep),
                    Map.of(RedisKeys.ENTRY_FIELD, entry));
        }
        redis.sync().exec();
    }

    /** A gateway that holds a session of this user, as far as Redis knows. */
    public void pretend(GatewayId gateway, String user) {
        redis.sync().xadd(RedisKeys.mailbox(gateway), Map.of(RedisKeys.ENTRY_FIELD, new byte[0]));
        redis.sync().sadd(RedisKeys.route(new UserId(user)), gateway.value().getBytes(UTF_8));
    }

    public void removeMailbox(GatewayId gateway) {
        redis.sync().del(RedisKeys.mailbox(gateway));
    }

    public long leaseMillis(GatewayId gateway) {
        return redis.sync().pttl(RedisKeys.mailbox(gateway));
    }

    @Override
    public void close() {
        redis.close();
        client.shutdown();
    }
}
