package dev.parley.load.client;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Pages;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills gaps in single conversations while the session goes on: a number was skipped, and its change is asked for. */
final class Repair {

    private final Function<ConversationId, CompletableFuture<Pages.Changes>> changes;
    private final Shelf shelf;
    private final Marks marks;
    private final Catchup.Host host;
    private final Backoff backoff;
    private final Set<ConversationId> underWay = new HashSet<>();
    private int round;

    Repair(Function<ConversationId, CompletableFuture<Pages.Changes>> changes, Shelf shelf, Marks marks,
            Catchup.Host host, Backoff backoff) {
        this.changes = changes;
        this.shelf = shelf;
        this.marks = marks;
        this.host = host;
        this.backoff = backoff;
    }

    void begin(ConversationId conversation, Runnable ifRefused) {
        if (underWay.add(conversation)) {
            ask(conversation, 0, ifRefused);
        }
    }

    /** Whatever is missing will be found in another way. */
    void abandon() {
        round++;
        underWay.clear();
    }

    private void ask(ConversationId conversation, int fruitless, Runnable ifRefused) {
        var asked = round;
        var after = shelf.held(conversation).seq();
        changes.apply(conversation).whenComplete((page, failure) -> host.run(() -> {
            if (asked != round) {
                return;
            }
            if (!shelf.holds(conversation)) {
                underWay.remove(conversation);
            } else if (isFinal(failure)) {
                underWay.remove(conversation);
                ifRefused.run();
            } else {
                take(conversation, page);
                var held = shelf.held(conversation);
                goOn(conversation, held, held.seq() > after ? 0 : fruitless + 1, ifRefused);
            }
        }));
    }

    private static boolean isFinal(@Nullable Throwable failure) {
        return failure instanceof RestFailure refusal && !refusal.passes();
    }

    private void take(ConversationId conversation, Pages.@Nullable Changes page) {
        if (page != null) {
            shelf.apply(conversation, page);
            marks.flush();
        }
    }

    private void goOn(ConversationId conversation, Held held, int fruitless, Runnable ifRefused) {
        if (!held.hasGap()) {
            underWay.remove(conversation);
        } else if (fruitless == 0) {
            ask(conversation, 0, ifRefused);
        } else {
            var asked = round;
            host.after(backoff.delay(fruitless, ThreadLocalRandom.current()), () -> {
                if (asked == round) {
                    ask(conversation, fruitless, ifRefused);
                }
            });
        }
    }
}
