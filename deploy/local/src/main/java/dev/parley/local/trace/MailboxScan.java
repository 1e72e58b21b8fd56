package dev.parley.local.trace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.local.targets.Redis;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;

/** Looks into the mailboxes of gateways for entries that bring the message; they keep the last few thousand. */
final class MailboxScan implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ENTRIES = 100_000;

    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> redis;

    private MailboxScan(RedisClient client, StatefulRedisConnection<String, byte[]> redis) {
        this.client = client;
        this.redis = redis;
    }

    static MailboxScan open(Redis where) {
        var client = RedisClient.create(uri(where));
        try {
            return new MailboxScan(client, client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)));
        } catch (RedisException e) {
            client.shutdown();
            throw e;
        }
    }

    private static RedisURI uri(Redis where) {
        var uri = RedisURI.builder(RedisURI.create(where.url())).withTimeout(PATIENCE);
        where.password().ifPresent(password -> where.user().ifPresentOrElse(
                user -> uri.withAuthentication(user, password), () -> uri.withPassword(password.toCharArray())));
        return uri.build();
    }

    /** What was found, and in how much. */
    record Found(List<Station> pushes, int mailboxes, long entries) {}

    Found find(MessageId message, Question.Window window) {
        var pushes = new ArrayList<Station>();
        var entries = 0L;
        var gateways = redis.sync().smembers(RedisKeys.GATEWAYS);
        for (var name : gateways) {
            var gateway = new GatewayId(new String(name, StandardCharsets.UTF_8));
            var range = Range.create(Long.toString(window.from().toEpochMilli()),
                    Long.toString(window.to().toEpochMilli()));
            for (var entry : redis.sync().xrange(RedisKeys.mailbox(gateway), range, Limit.from(MOST_ENTRIES))) {
                entries++;
                push(message, gateway, entry).ifPresent(pushes::add);
            }
        }
        return new Found(pushes, gateways.size(), entries);
    }

    private static Optional<Station> push(MessageId message, GatewayId gateway, StreamMessage<String, byte[]> entry) {
        var recipients = new ArrayList<String>();
        for (var delivery : deliveries(entry.getBody().get(RedisKeys.ENTRY_FIELD))) {
            if (isOf(message.toBytes(), delivery)) {
                recipients.addAll(delivery.getRecipientsList());
            }
        }
        var at = Instant.ofEpochMilli(Long.parseLong(entry.getId().substring(0, entry.getId().indexOf('-'))));
        return recipients.isEmpty()
                ? Optional.empty()
                : Optional.of(Station.seen(at, "mailbox " + entry.getId(),
                        "pushed to gateway " + gateway + " for " + People.some(recipients)));
    }

    private static List<Delivery> deliveries(byte @Nullable [] entry) {
        try {
            return entry == null ? List.of() : MailboxEntry.parseFrom(entry).getDeliveriesList();
        } catch (InvalidProtocolBufferException e) {
            return List.of();
        }
    }

    private static boolean isOf(ByteString message, Delivery delivery) {
        return delivery.hasEvent() && Records.message(delivery.getEvent())
                .filter(told -> told.getMessageId().equals(message)).isPresent();
    }

    @Override
    public void close() {
        redis.close();
        client.shutdown();
    }
}
