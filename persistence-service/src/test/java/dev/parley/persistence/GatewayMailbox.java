package dev.parley.persistence;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.MailboxEntry;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A mailbox as a gateway makes one, read from the start each time. */
public final class GatewayMailbox implements AutoCloseable {

    public final GatewayId id = GatewayId.random();
    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> connection;

    public GatewayMailbox(String redisUrl) {
        client = RedisClient.create(redisUrl);
        connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        connection.sync().xadd(RedisKeys.mailbox(id), Map.of(RedisKeys.ENTRY_FIELD, new byte[0]));
        connection.sync().sadd(RedisKeys.GATEWAYS, name());
    }

    public void route(UserId userId) {
        connection.sync().sadd(RedisKeys.route(userId), name());
    }

    public boolean hasRoute(UserId userId) {
        return connection.sync().sismember(RedisKeys.route(userId), name());
    }

    /** As when its process dies and the lease runs out. */
    public void die() {
        connection.sync().del(RedisKeys.mailbox(id));
    }

    public List<Delivery> deliveries() {
        var deliveries = new ArrayList<Delivery>();
        entries().forEach(entry -> deliveries.addAll(entry.getDeliveriesList()));
        return deliveries;
    }

    public List<MailboxEntry> entries() {
        return connection.sync().xrange(RedisKeys.mailbox(id), Range.unbounded()).stream()
                .map(message -> parse(Objects.requireNonNull(message.getBody().get(RedisKeys.ENTRY_FIELD))))
                .toList();
    }

    @Override
    public void close() {
        die();
        connection.sync().srem(RedisKeys.GATEWAYS, name());
        connection.close();
        client.shutdown();
    }

    private byte[] name() {
        return id.value().getBytes(StandardCharsets.UTF_8);
    }

    private static MailboxEntry parse(byte[] entry) {
        try {
            return MailboxEntry.parseFrom(entry);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
