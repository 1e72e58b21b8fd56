package dev.parley.gateway.presence;

import dev.parley.contracts.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what Redis says of users to the board. A look that fails changes nothing there. */
final class Looks {

    private static final Logger log = LoggerFactory.getLogger(Looks.class);

    private final Board<?> board;
    private final Lookout lookout;
    private final Clock clock;

    Looks(Board<?> board, Lookout lookout, Clock clock) {
        this.board = board;
        this.lookout = lookout;
        this.clock = clock;
    }

    /** For who begins to watch: one look decides, of those whom nobody here has watched before. */
    CompletableFuture<Void> first(List<UserId> users) {
        return look(users, board::absent);
    }

    /** Once a round. */
    CompletableFuture<Void> again(List<UserId> users) {
        return look(users, board::missed);
    }

    /** After a goodbye, which may have been that of one session of several. */
    CompletableFuture<Void> afterGoodbye(UserId userId) {
        return look(List.of(userId), board::gone);
    }

    private CompletableFuture<Void> look(List<UserId> users, Consumer<UserId> ifAway) {
        return lookout.online(users).thenCompose(online -> {
            online.forEach(each -> board.seen(each, clock.instant()));
            var away = users.stream().filter(each -> !online.contains(each)).toList();
            return lookout.lastSeen(away).thenAccept(times -> {
                note(times, away);
                away.forEach(ifAway);
            });
        });
    }

    /** Who watched knows better than a gateway that was killed, and writes it down for others. */
    private void note(Map<UserId, Instant> times, List<UserId> away) {
        times.forEach(board::lastSeenAt);
        for (var user : away) {
            var here = board.lastSeen(user);
            if (here != null && !Objects.equals(here, times.get(user))) {
                lookout.keepLastSeen(user, here).whenComplete((_, failure) -> {
                    if (failure != null) {
                        log.debug("when somebody was last seen was not kept: {}", failure.toString());
                    }
                });
            }
        }
    }

    void came(UserId userId) {
        board.seen(userId, clock.instant());
    }
}
