package dev.parley.gateway.headcount;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.gateway.mailbox.PlaceListener;
import dev.parley.gateway.redis.Channels;
import dev.parley.gateway.redis.RedisLine;
import dev.parley.gateway.session.ChatSession;
import dev.parley.gateway.session.Headcount;
import dev.parley.gateway.session.Sessions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the list of seats in step with the sessions of this gateway: with each that comes or goes, and with all of them
 * at each new place. Sessions are added or removed before any of this is called, so whoever looks at them last is right.
 */
final class SharedHeadcount implements Headcount, PlaceListener {

    private static final Logger log = LoggerFactory.getLogger(SharedHeadcount.class);

    private final Sessions sessions;
    private final Channels channels;
    private final int most;
    private final HeadcountSettings settings;
    private final Set<Seat.Of> owed = ConcurrentHashMap.newKeySet();
    private volatile @Nullable SeatList place;
    private volatile @Nullable GatewayId listeningAs;

    SharedHeadcount(Sessions sessions, Channels channels, int most, HeadcountSettings settings) {
        this.sessions = sessions;
        this.channels = channels;
        this.most = most;
        this.settings = settings;
        channels.onReturn(this::enterAll);
    }

    @Override
    public CompletionStage<Void> arrived(ChatSession session) {
        var at = place;
        return at == null
                ? CompletableFuture.failedStage(new IllegalStateException("Redis is away"))
                : enter(session.userId(), at);
    }

    /** All that a user has here, each time: so a list that was forgotten is whole again. */
    private CompletableFuture<Void> enter(UserId userId, SeatList at) {
        var here = sessions.of(userId.value()).stream().filter(ChatSession::isOpen).toList();
        if (here.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return at.enter(userId, here).thenAccept(tooMany -> {
            tooMany.forEach(seat -> askBack(seat, userId, at));
            // Gone while they were entered: their goodbye may have come first.
            var present = sessions.of(userId.value());
            here.stream().filter(each -> !present.contains(each)).forEach(this::left);
        });
    }

    private void askBack(Seat seat, UserId userId, SeatList at) {
        if (seat.gatewayId().equals(at.gatewayId())) {
            giveUp(new Seat.Of(seat.sessionId(), userId));
        } else {
            at.askBack(seat, userId).exceptionally(failure -> {
                log.atInfo().addKeyValue(LogKeys.SESSION_ID, seat.sessionId())
                        .log("its gateway was not told to close it: {}", failure.toString());
                return null;
            });
        }
    }

    private void giveUp(Seat.Of seat) {
        var held = sessions.of(seat.userId().value()).stream()
                .filter(each -> each.id().equals(seat.sessionId()))
                .toList();
        held.forEach(ChatSession::giveWay);
        if (held.isEmpty()) {
            takeOut(seat);
        }
    }

    @Override
    public void left(ChatSession session) {
        takeOut(new Seat.Of(session.id(), session.userId()));
    }

    private void takeOut(Seat.Of seat) {
        if (owed.size() < settings.owed()) {
            owed.add(seat);
        }
        settle();
    }

    private void settle() {
        var at = place;
        if (at != null) {
            owed.forEach(seat -> {
                if (owed.remove(seat)) {
                    at.leave(seat).whenComplete((_, failure) -> {
                        if (failure != null) {
                            owed.add(seat);
                        }
                    });
                }
            });
        }
    }

    @Override
    public void movedTo(GatewayId gatewayId, RedisLine line) {
        var at = new SeatList(gatewayId, line, most, settings.kept());
        listenAs(gatewayId);
        place = at;
        settle();
        enterAll();
    }

    /** Also once goodbyes can be heard again: others may have said some meanwhile, so the count is taken anew. */
    private void enterAll() {
        var at = place;
        if (at != null) {
            sessions.users().forEach(user -> enter(new UserId(user), at).exceptionally(failure -> {
                log.debug("sessions were not counted: {}", failure.toString());
                return null;
            }));
        }
    }

    private void listenAs(GatewayId gatewayId) {
        var before = listeningAs;
        if (before != null && !before.equals(gatewayId)) {
            channels.leave(RedisKeys.goodbyes(before), () -> false);
        }
        listeningAs = gatewayId;
        channels.listen(RedisKeys.goodbyes(gatewayId), message -> giveUp(Seat.Of.of(message)));
    }

    @Override
    public void movedOut() {
        place = null;
    }
}
