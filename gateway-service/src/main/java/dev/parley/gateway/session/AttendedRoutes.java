package dev.parley.gateway.session;

import dev.parley.contracts.UserId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Routes whose users are heard of: first the route, then the news. */
final class AttendedRoutes implements Routes {

    private final Routes routes;
    private final List<Arrivals> arrivals;

    AttendedRoutes(Routes routes, List<Arrivals> arrivals) {
        this.routes = routes;
        this.arrivals = List.copyOf(arrivals);
    }

    @Override
    public CompletionStage<Void> arrived(UserId userId) {
        var routed = routes.arrived(userId);
        routed.whenComplete((_, _) -> arrivals.forEach(each -> each.arrived(userId)));
        return routed;
    }

    @Override
    public void left(UserId userId) {
        routes.left(userId);
        arrivals.forEach(each -> each.left(userId));
    }
}
