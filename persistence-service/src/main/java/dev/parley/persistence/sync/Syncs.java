package dev.parley.persistence.sync;

import dev.parley.contracts.UserId;
import dev.parley.persistence.sync.SyncToken.Told;
import dev.parley.persistence.sync.SyncToken.Underway;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One page of a sync: token and page come from the same snapshot. */
@Component
class Syncs {

    private final SyncReads reads;
    private final PageReader pages;
    private final LogIdentity log;
    private final Turns turns;
    private final TransactionTemplate snapshot;

    Syncs(
            SyncReads reads,
            PageReader pages,
            LogIdentity log,
            Turns turns,
            PlatformTransactionManager transactions,
            SyncSettings settings) {
        this.reads = reads;
        this.pages = pages;
        this.log = log;
        this.turns = turns;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout((int) settings.timeout().toSeconds());
    }

    /** @param token null for a first sync */
    SyncAnswer sync(UserId caller, @Nullable SyncToken token, int limit) {
        var topicId = log.topicId();
        return turns.take(() -> Objects.requireNonNull(snapshot.execute(_ -> {
            var stand = reads.snapshot(topicId);
            return page(caller, token, stand, limit);
        })));
    }

    private SyncAnswer page(UserId caller, @Nullable SyncToken token, Snapshot stand, int limit) {
        var reset = token != null && !stand.continues(token);
        var round = round(reset ? null : token, stand.now());
        var page = pages.read(caller, round, limit);
        var next = page.next()
                .<SyncToken>map(position -> new Underway(stand.history(), round.at(position)))
                .orElseGet(() -> new Told(stand.history(), round.until()));
        return page.answer(TokenText.write(next), reset);
    }

    private static Round round(@Nullable SyncToken token, Offsets now) {
        return switch (token) {
            case null -> Round.first(now);
            case Told told -> Round.since(told.since(), now);
            case Underway underway -> underway.round();
            case SyncToken.Foreign _ -> Round.first(now);
        };
    }
}
