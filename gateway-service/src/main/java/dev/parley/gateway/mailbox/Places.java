package dev.parley.gateway.mailbox;

import dev.parley.gateway.redis.RedisLine;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What moves along with the gateway's place: the routes, and then what others keep there. */
final class Places {

    private final RouteTable routes;
    private final List<PlaceListener> listeners;

    Places(RouteTable routes, List<PlaceListener> listeners) {
        this.routes = routes;
        this.listeners = List.copyOf(listeners);
    }

    /** @return done once all routes lead there */
    CompletableFuture<Void> moveTo(RouteTable.Place place) {
        var moved = routes.moveTo(place);
        var line = RedisLine.over(place.redis());
        listeners.forEach(each -> each.movedTo(place.gatewayId(), line));
        return moved;
    }

    void moveOut() {
        routes.moveOut();
        listeners.forEach(PlaceListener::movedOut);
    }

    /** Whether a route may be missing. */
    boolean areIncomplete() {
        return routes.isIncomplete();
    }
}
