package dev.parley.gateway.presence;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.gateway.redis.RedisLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Looks into Redis for users: where they are, and when they were last. */
final class Lookout {

    private final RedisLine redis;
    private final Duration lastSeenKept;
    private final Duration answer;

    Lookout(RedisLine redis, PresenceSettings settings) {
        this.redis = redis;
        this.lastSeenKept = settings.lastSeenKept();
        this.answer = settings.bounds().answer();
    }

    /** Those of the users who have a route to a gateway that lives. Two round trips, whatever their number. */
    CompletableFuture<Set<UserId>> online(List<UserId> users) {
        return redis.members(users.stream().map(RedisKeys::route).toList())
                .thenCompose(routes -> living(routes).thenApply(living -> {
                    var online = new ArrayList<UserId>();
                    for (var i = 0; i < users.size(); i++) {
                        if (routes.get(i).stream().anyMatch(living::contains)) {
                            online.add(users.get(i));
                        }
                    }
                    return Set.copyOf(online);
                }))
                .orTimeout(answer.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Set<String>> living(List<Set<String>> routes) {
        var gateways = routes.stream().flatMap(Set::stream).distinct().toList();
        return redis.exist(gateways.stream().map(each -> RedisKeys.mailbox(new GatewayId(each))).toList())
                .thenApply(exist -> {
                    var living = new ArrayList<String>();
                    for (var i = 0; i < gateways.size(); i++) {
                        if (exist.get(i)) {
                            living.add(gateways.get(i));
                        }
                    }
                    return living.stream().collect(Collectors.toUnmodifiableSet());
                });
    }

    /** When they were last there, as far as it is known. */
    CompletableFuture<Map<UserId, Instant>> lastSeen(List<UserId> users) {
        return redis.values(users.stream().map(Lookout::lastSeenKey).toList())
                .thenApply(values -> {
                    var times = new HashMap<UserId, Instant>();
                    for (var i = 0; i < users.size(); i++) {
                        var userId = users.get(i);
                        values.get(i).ifPresent(
                                millis -> times.put(userId, Instant.ofEpochMilli(Long.parseLong(millis))));
                    }
                    return Map.copyOf(times);
                })
                .orTimeout(answer.toMillis(), TimeUnit.MILLISECONDS);
    }

    CompletableFuture<Void> keepLastSeen(UserId userId, Instant at) {
        return redis.set(lastSeenKey(userId), Long.toString(at.toEpochMilli()), lastSeenKept);
    }

    private static String lastSeenKey(UserId userId) {
        return "seen:{" + userId + "}";
    }
}
