package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Refusal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sends of one session, strictly one after another: the next goes to the log when the one before is in it.
 *
 * <p>When one fails, those behind it fail with it. Its client will send it again, and what went ahead would stand before
 * it for good.
 */
final class SendQueue {

    private final CommandLog log;
    private final int bound;
    private final Queue<Pending> waiting = new ArrayDeque<>();
    private boolean busy;

    private record Pending(Command command, Consumer<Outcome> answer) {}

    private enum Place {
        NEXT,
        WAITING,
        NONE
    }

    /** @param bound of the sends that wait */
    SendQueue(CommandLog log, int bound) {
        this.log = log;
        this.bound = bound;
    }

    void offer(Command command, Consumer<Outcome> answer) {
        var pending = new Pending(command, answer);
        switch (place(pending)) {
            case NEXT -> append(pending);
            case WAITING -> {}
            case NONE -> answer.accept(failed("sends that wait: " + bound + " (expected: fewer)"));
        }
    }

    private synchronized Place place(Pending pending) {
        if (!busy) {
            busy = true;
            return Place.NEXT;
        }
        return waiting.size() < bound && waiting.add(pending) ? Place.WAITING : Place.NONE;
    }

    private void append(Pending pending) {
        log.append(pending.command(), failure -> done(pending, failure));
    }

    private void done(Pending pending, @Nullable Exception failure) {
        if (failure == null) {
            pending.answer().accept(new Outcome.Appended(pending.command()));
            var next = next();
            if (next != null) {
                append(next);
            }
        } else {
            var behind = giveUp();
            pending.answer().accept(failed("the log did not take it in time"));
            behind.forEach(each -> each.answer().accept(failed("the send before it failed")));
        }
    }

    private synchronized @Nullable Pending next() {
        var next = waiting.poll();
        busy = next != null;
        return next;
    }

    private synchronized List<Pending> giveUp() {
        var behind = List.copyOf(waiting);
        waiting.clear();
        busy = false;
        return behind;
    }

    private static Outcome failed(String reason) {
        return new Outcome.Failed(Refusal.of(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, reason));
    }
}
