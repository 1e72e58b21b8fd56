package dev.parley.gateway.presence;

import dev.parley.contracts.UserId;
import dev.parley.gateway.session.ChatSession;
import dev.parley.gateway.session.Sessions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Looks at all watched users from time to time, and at one of them when there is news of them. */
final class Rounds implements SmartLifecycle, News.Reader {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final Board<ChatSession> board;
    private final Looks looks;
    private final Reporter reporter;
    private final News news;
    private final Sessions sessions;
    private final PresenceSettings settings;
    /** At most all whom somebody watches. */
    private final Set<UserId> leaving = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService timer;

    Rounds(
            Board<ChatSession> board,
            Looks looks,
            Reporter reporter,
            News news,
            Sessions sessions,
            PresenceSettings settings) {
        this.board = board;
        this.looks = looks;
        this.reporter = reporter;
        this.news = news;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("presence").daemon().factory());
        var every = settings.check().toMillis();
        started.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
        timer = started;
    }

    private void round() {
        try {
            board.unwatchAllBut(session -> sessions.of(session.userId().value()).contains(session));
            news.tidy();
            // A round that waits for Redis is not overtaken by the next, which would count its misses twice.
            if (looking.compareAndSet(false, true)) {
                lookFrom(0, board.subjects()).whenComplete((_, failure) -> ended(failure));
            }
        } catch (RuntimeException e) {
            // Whatever it was, the next round has to come.
            log.error("a round of presence failed", e);
        }
    }

    private CompletableFuture<Void> lookFrom(int from, List<UserId> users) {
        if (from >= users.size()) {
            return CompletableFuture.completedFuture(null);
        }
        var to = Math.min(users.size(), from + settings.bounds().batch());
        return looks.again(users.subList(from, to)).thenCompose(_ -> lookFrom(to, users));
    }

    private void ended(@Nullable Throwable failure) {
        looking.set(false);
        if (failure != null) {
            board.forgetMisses();
            log.debug("nothing is known of watched users right now: {}", failure.toString());
        }
        reporter.report();
    }

    @Override
    public void came(UserId userId) {
        looks.came(userId);
        reporter.report();
    }

    /** Who comes back within the grace was never away. */
    @Override
    public void went(UserId userId) {
        var present = timer;
        if (present != null && leaving.add(userId)) {
            present.schedule(() -> lookAfter(userId), settings.grace().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookAfter(UserId userId) {
        leaving.remove(userId);
        looks.afterGoodbye(userId).whenComplete((_, failure) -> {
            if (failure == null) {
                reporter.report();
            } else {
                log.debug("the next round will tell who has gone: {}", failure.toString());
            }
        });
    }

    @Override
    public void stop() {
        var last = timer;
        timer = null;
        if (last != null) {
            last.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
