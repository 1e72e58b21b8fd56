package dev.parley.search.query;

import dev.parley.contracts.UserId;
import dev.parley.search.query.QuerySettings.TurnSettings;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets in so many at a time, in the order in which they came, and so few of one user that nobody's flood takes all the
 * places. Who has to wait waits in a bounded room; who finds it full is sent away at once.
 */
final class Turns {

    private final TurnSettings settings;
    private final Semaphore places;
    private final AtomicInteger inside = new AtomicInteger();
    private final Map<UserId, Visitor> visitors = new ConcurrentHashMap<>();

    Turns(TurnSettings settings) {
        this.settings = settings;
        places = new Semaphore(settings.atOnce(), true);
    }

    /** A user with searches that are under way or wait. */
    private record Visitor(Semaphore places, int searches) {

        Visitor with(int change) {
            return new Visitor(places, searches + change);
        }
    }

    /** A place that is taken until it is given back; by any thread, once. */
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    /** @throws NotAnswered if there is no place in time */
    Turn take(UserId user) {
        var visitor = enter(user);
        try {
            var deadline = System.nanoTime() + settings.maxWait().toNanos();
            acquire(visitor.places(), deadline, "searches of yours");
            try {
                acquire(places, deadline, "searches");
            } catch (NotAnswered busy) {
                visitor.places().release();
                throw busy;
            }
        } catch (NotAnswered busy) {
            leave(user);
            throw busy;
        }
        return () -> {
            places.release();
            visitor.places().release();
            leave(user);
        };
    }

    /** How many search or wait. */
    int inside() {
        return inside.get();
    }

    private Visitor enter(UserId user) {
        if (inside.incrementAndGet() > settings.atOnce() + settings.waiting()) {
            inside.decrementAndGet();
            throw busy("searches");
        }
        var visitor = Objects.requireNonNull(visitors.compute(user, (_, known) -> known == null
                ? new Visitor(new Semaphore(settings.ofOneUser(), true), 1)
                : known.with(1)));
        if (visitor.searches() > settings.ofOneUser() + settings.waitingOfOneUser()) {
            leave(user);
            throw busy("searches of yours");
        }
        return visitor;
    }

    private void leave(UserId user) {
        visitors.computeIfPresent(user, (_, known) -> known.searches() == 1 ? null : known.with(-1));
        inside.decrementAndGet();
    }

    private static void acquire(Semaphore places, long deadline, String whose) {
        try {
            if (!places.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw busy(whose);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAnswered(Outcome.BUSY, "the service is stopping; try again", e);
        }
    }

    private static NotAnswered busy(String whose) {
        return new NotAnswered(Outcome.BUSY, "too many " + whose + " at once; try again");
    }

}
