package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.ratelimit.Verdict;
import dev.parley.tracing.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sends of one session, strictly one after another: the next goes to the log when the one before is in it.
 *
 * <p>When one fails, those behind it fail with it. Its client will send it again, and what went ahead would stand before
 * it for good. The same goes for one that is over the limit: the next could find room again.
 */
final class SendQueue {

    private final CommandLog log;
    private final Supplier<CompletionStage<Verdict>> limit;
    private final int bound;
    private final Queue<Pending> waiting = new ArrayDeque<>();
    private boolean busy;

    private record Pending(Command command, Span span, Consumer<Outcome> answer) {}

    private enum Place {
        NEXT,
        WAITING,
        NONE
    }

    /**
     * @param limit asked for each send when its turn comes
     * @param bound of the sends that wait
     */
    SendQueue(CommandLog log, Supplier<CompletionStage<Verdict>> limit, int bound) {
        this.log = log;
        this.limit = limit;
        this.bound = bound;
    }

    void offer(Command command, Span span, Consumer<Outcome> answer) {
        var pending = new Pending(command, span, answer);
        switch (place(pending)) {
            case NEXT -> start(pending);
            case WAITING -> {}
            case NONE -> answer.accept(failed("sends that wait: " + bound + " (expected: fewer)"));
        }
    }

    /** Whether a send has no answer yet. */
    synchronized boolean isBusy() {
        return busy;
    }

    private synchronized Place place(Pending pending) {
        if (!busy) {
            busy = true;
            return Place.NEXT;
        }
        return waiting.size() < bound && waiting.add(pending) ? Place.WAITING : Place.NONE;
    }

    private void start(Pending pending) {
        limit.get().thenAccept(verdict -> {
            switch (verdict) {
                case Verdict.Within _ -> append(pending);
                case Verdict.Over over -> refuse(pending, over.retryAfter());
            }
        });
    }

    private void refuse(Pending pending, Duration retryAfter) {
        var behind = giveUp();
        var refused = new Outcome.Failed(Refusal.overLimit("messages: too many (expected: at most the messagesPerMinute"
                + " and messageBurst of session:ready)", retryAfter));
        pending.answer().accept(refused);
        behind.forEach(each -> each.answer().accept(refused));
    }

    private void append(Pending pending) {
        log.append(pending.command(), pending.span(), failure -> done(pending, failure));
    }

    private void done(Pending pending, @Nullable Exception failure) {
        if (failure == null) {
            pending.answer().accept(new Outcome.Appended(pending.command()));
            var next = next();
            if (next != null) {
                start(next);
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
