package dev.parley.persistence.delivery;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.persistence.delivery.RedisConnections.Pipeline;
import dev.parley.tracing.Tracing;
import io.lettuce.core.RedisException;
import io.lettuce.core.XAddArgs;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The push path of one writer thread. Pushes go out one batch after another over one connection, so they arrive in
 * order. One that fails, or is not done by its deadline, is given up, and so are all after it until every gateway has
 * been told to sync anew.
 */
public final class Mailboxes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Mailboxes.class);

    private final RedisConnections connections;
    private final DeliverySettings settings;
    private final InstantSource clock;
    private final Tracing tracing;
    private final ReceiptPace receipts;
    private @Nullable Pipeline pipeline;
    private long nextResync;
    private volatile boolean resyncOwed;

    Mailboxes(RedisConnections connections, DeliverySettings settings, InstantSource clock, Tracing tracing) {
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        this.tracing = tracing;
        this.receipts = new ReceiptPace(clock, settings.groupReceiptInterval(), settings.groupReceiptMembers());
    }

    public boolean isResyncOwed() {
        return resyncOwed;
    }

    /** Somebody gave up pushes that this writer now answers for. */
    public void oweResync() {
        resyncOwed = true;
    }

    /**
     * Completes, never exceptionally, when the deliveries are in the mailboxes or have been given up. Receipts of groups
     * may be held for the length of an interval; {@link #settle} pushes those.
     */
    public CompletableFuture<Void> push(List<Delivery> deliveries, Predicate<ConversationId> isGroup) {
        return push(receipts.admit(deliveries, isGroup));
    }

    /** Completes, never exceptionally, when the deliveries are in the mailboxes or have been given up. */
    public CompletableFuture<Void> push(List<Delivery> deliveries) {
        if (resyncOwed || deliveries.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            var redis = pipeline();
            var done = new CompletableFuture<Void>();
            routes(redis, recipients(deliveries))
                    .thenCompose(routes -> done.isDone()
                            ? CompletableFuture.completedFuture(null)
                            : append(redis, deliveries, routes))
                    .whenComplete((_, failure) -> complete(done, failure));
            return done.orTimeout(settings.deadline().toMillis(), TimeUnit.MILLISECONDS).handle((_, failure) -> {
                if (failure != null) {
                    giveUp(failure);
                }
                return null;
            });
        } catch (RedisException e) {
            giveUp(e);
            return CompletableFuture.completedFuture(null);
        }
    }

    /**
     * What is due between pushes. Held receipts go out behind what was pushed before them, over the same connection; a
     * partition that is another's by now may get one late, and a client drops a mark that is not ahead.
     */
    public void settle() {
        push(receipts.due());
        settleResync();
    }

    /**
     * Tells every gateway to sync anew, if that is owed and was not tried a moment ago: after the commits of all that
     * was given up, so whoever syncs finds it.
     */
    private void settleResync() {
        var now = clock.millis();
        if (!resyncOwed || now < nextResync) {
            return;
        }
        nextResync = now + settings.resyncInterval().toMillis();
        try {
            var redis = pipeline();
            var members = redis.commands().smembers(RedisKeys.GATEWAYS);
            redis.flush();
            var gateways = members.toCompletableFuture().get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
            var entry = MailboxEntry.newBuilder().setResync(true).build().toByteArray();
            var entries = new HashMap<GatewayId, List<byte[]>>();
            gateways.forEach(gateway -> entries.put(gatewayId(gateway), List.of(entry)));
            appendEntries(redis, entries).get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
            resyncOwed = false;
            log.info("Told {} gateways to sync anew; pushing again", gateways.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.debug("Redis is still away: {}", e.toString());
        }
    }

    @Override
    public void close() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    private Pipeline pipeline() {
        if (pipeline == null) {
            pipeline = connections.open();
        }
        return pipeline;
    }

    private void giveUp(Throwable failure) {
        if (!resyncOwed) {
            log.warn("Pushes given up, gateways will be told to sync anew once Redis answers: {}", failure.toString());
        }
        resyncOwed = true;
    }

    private static void complete(CompletableFuture<Void> done, @Nullable Throwable failure) {
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private static Set<String> recipients(List<Delivery> deliveries) {
        var recipients = new LinkedHashSet<String>();
        deliveries.forEach(delivery -> recipients.addAll(delivery.getRecipientsList()));
        return recipients;
    }

    private static CompletableFuture<Map<String, List<GatewayId>>> routes(Pipeline redis, Collection<String> users) {
        var answers = new LinkedHashMap<String, CompletableFuture<Set<byte[]>>>();
        for (var user : users) {
            answers.put(user, redis.commands().smembers(RedisKeys.route(new UserId(user))).toCompletableFuture());
        }
        redis.flush();
        return allOf(answers.values()).thenApply(_ -> {
            var routes = new HashMap<String, List<GatewayId>>();
            answers.forEach((user, answer) -> routes.put(
                    user, answer.join().stream().map(Mailboxes::gatewayId).toList()));
            return routes;
        });
    }

    /** Each gateway's share, with only those recipients that it holds. */
    private static Map<GatewayId, List<Delivery>> perGateway(
            List<Delivery> deliveries, Map<String, List<GatewayId>> routes, Pushes pushes) {
        var shares = new LinkedHashMap<GatewayId, List<Delivery>>();
        for (var delivery : deliveries) {
            var recipients = new LinkedHashMap<GatewayId, List<String>>();
            for (var user : delivery.getRecipientsList()) {
                for (var gateway : routes.getOrDefault(user, List.of())) {
                    recipients.computeIfAbsent(gateway, _ -> new ArrayList<>()).add(user);
                }
            }
            recipients.forEach((gateway, users) -> shares.computeIfAbsent(gateway, _ -> new ArrayList<>())
                    .add(pushes.followed(delivery.toBuilder().clearRecipients().addAllRecipients(users), gateway)));
        }
        return shares;
    }

    private CompletableFuture<Void> append(
            Pipeline redis, List<Delivery> deliveries, Map<String, List<GatewayId>> routes) {
        var pushes = new Pushes(tracing);
        var shares = perGateway(deliveries, routes, pushes);
        var entries = new LinkedHashMap<GatewayId, List<byte[]>>();
        shares.forEach((gateway, share) -> entries.put(gateway, Splitting.entries(share)));
        return appendEntries(redis, entries)
                .whenComplete((_, failure) -> pushes.end(failure))
                .thenAccept(dead -> forget(redis, dead, shares));
    }

    private record Append(GatewayId gateway, CompletableFuture<String> id) {}

    /** Completes with the gateways that have no mailbox any more. */
    private CompletableFuture<Set<GatewayId>> appendEntries(Pipeline redis, Map<GatewayId, List<byte[]>> entries) {
        var appends = new ArrayList<Append>();
        var args = XAddArgs.Builder.maxlen(settings.mailboxLength()).approximateTrimming().nomkstream();
        entries.forEach((gateway, payloads) -> payloads.forEach(payload -> appends.add(new Append(
                gateway,
                redis.commands()
                        .xadd(RedisKeys.mailbox(gateway), args, Map.of(RedisKeys.ENTRY_FIELD, payload))
                        .toCompletableFuture()))));
        redis.flush();
        return allOf(appends.stream().map(Append::id).toList()).thenApply(_ -> appends.stream()
                .filter(append -> append.id().join() == null)
                .map(Append::gateway)
                .collect(Collectors.toSet()));
    }

    /** A gateway without a mailbox is dead: its routes lead nowhere. */
    private static void forget(Pipeline redis, Set<GatewayId> dead, Map<GatewayId, List<Delivery>> shares) {
        for (var gateway : dead) {
            var name = gateway.value().getBytes(StandardCharsets.UTF_8);
            redis.commands().srem(RedisKeys.GATEWAYS, name);
            recipients(shares.getOrDefault(gateway, List.of()))
                    .forEach(user -> redis.commands().srem(RedisKeys.route(new UserId(user)), name));
        }
        if (!dead.isEmpty()) {
            redis.flush();
        }
    }

    private static CompletableFuture<Void> allOf(Collection<? extends CompletableFuture<?>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    private static GatewayId gatewayId(byte[] name) {
        return new GatewayId(new String(name, StandardCharsets.UTF_8));
    }
}
