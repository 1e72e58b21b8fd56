package dev.parley.gateway.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.gateway.session.Routes;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of this gateway's users. Changes of one user's route go one after another, and each looks at what is wanted
 * when its turn comes, so that a user who leaves and comes back is there in the end.
 */
final class RouteTable implements Routes {

    private static final Logger log = LoggerFactory.getLogger(RouteTable.class);

    private final Map<UserId, Route> routes = new HashMap<>();
    private final Duration answer;
    private @Nullable Place place;
    private volatile boolean incomplete;

    /** Under which name routes are registered, and over which connection. */
    record Place(GatewayId gatewayId, StatefulRedisConnection<String, byte[]> redis) {}

    /** Guarded, like all of the table, by its one lock: what is done under it is short, and never waits for Redis. */
    private static final class Route {

        private int sessions;
        private CompletableFuture<Void> lastChange = CompletableFuture.completedFuture(null);
    }

    /** @param answer how long Redis may take */
    RouteTable(Duration answer) {
        this.answer = answer;
    }

    @Override
    public synchronized CompletionStage<Void> arrived(UserId userId) {
        var route = routes.computeIfAbsent(userId, _ -> new Route());
        if (++route.sessions == 1) {
            change(userId, route);
        }
        return route.lastChange;
    }

    @Override
    public synchronized void left(UserId userId) {
        var route = routes.get(userId);
        if (route != null && --route.sessions == 0) {
            change(userId, route);
        }
    }

    /** Registers all routes at a new place, or again at the same one. */
    synchronized CompletableFuture<Void> moveTo(Place newPlace) {
        incomplete = false;
        place = newPlace;
        List.copyOf(routes.entrySet()).forEach(each -> change(each.getKey(), each.getValue()));
        return CompletableFuture.allOf(
                routes.values().stream().map(route -> route.lastChange).toArray(CompletableFuture[]::new));
    }

    /** Until the next place, nobody can be found here. */
    synchronized void moveOut() {
        place = null;
    }

    /** Whether a change failed since the last move, so that a route may be missing. */
    boolean isIncomplete() {
        return incomplete;
    }

    private void change(UserId userId, Route route) {
        route.lastChange = route.lastChange.handle((_, _) -> route).thenCompose(each -> makeSo(userId, each));
    }

    /** Makes Redis say what is wanted by now. */
    private synchronized CompletionStage<Void> makeSo(UserId userId, Route route) {
        var at = place;
        if (at == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
        }
        var wanted = route.sessions > 0;
        return command(userId, wanted, at).whenComplete((_, failure) -> {
            if (failure != null) {
                failed(at, failure);
            } else if (!wanted) {
                forget(userId, route);
            }
        });
    }

    private CompletableFuture<Void> command(UserId userId, boolean wanted, Place at) {
        var commands = at.redis().async();
        var key = RedisKeys.route(userId);
        var name = at.gatewayId().value().getBytes(UTF_8);
        return (wanted ? commands.sadd(key, name) : commands.srem(key, name))
                .toCompletableFuture()
                .orTimeout(answer.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(_ -> null);
    }

    private synchronized void failed(Place at, Throwable failure) {
        log.warn("a route was not changed: {}", failure.toString());
        incomplete = incomplete || at.equals(place);
    }

    private synchronized void forget(UserId userId, Route route) {
        if (route.sessions == 0) {
            routes.remove(userId, route);
        }
    }
}
