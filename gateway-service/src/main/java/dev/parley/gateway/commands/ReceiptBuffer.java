package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.Request.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Marks on their way to the log. Each waits a few milliseconds for a newer one of its session, conversation and kind,
 * which takes its place; they neither wait for sends nor hold them up.
 */
final class ReceiptBuffer {

    private final CommandLog log;
    private final CommandSettings.Receipts settings;
    private final CommandSpans spans;
    private Map<Key, Held> held = new LinkedHashMap<>();

    /** Names what replaces what. */
    record Key(String sessionId, ConversationId conversationId, Mark.Kind kind) {}

    private record Held(long seq, Command command, List<Consumer<Outcome>> answers) {}

    private enum Place {
        FIRST,
        JOINED,
        NONE
    }

    ReceiptBuffer(CommandLog log, CommandSettings.Receipts settings, CommandSpans spans) {
        this.log = log;
        this.settings = settings;
        this.spans = spans;
    }

    /** @param answer null where the client has not asked for one */
    void add(Key key, long seq, Command command, @Nullable Consumer<Outcome> answer) {
        var answers = answer == null ? List.<Consumer<Outcome>>of() : List.of(answer);
        switch (place(key, new Held(seq, command, answers))) {
            // In the order of their coming, so that of one conversation's marks "delivered" goes before "read".
            case FIRST -> log.later(this::flush, settings.hold().toNanos());
            case JOINED -> {}
            case NONE -> tell(answers, failed("receipts that wait: " + settings.held() + " (expected: fewer)"));
        }
    }

    private synchronized Place place(Key key, Held mark) {
        if (held.size() >= settings.held() && !held.containsKey(key)) {
            return Place.NONE;
        }
        var first = held.isEmpty();
        held.merge(key, mark, ReceiptBuffer::newer);
        return first ? Place.FIRST : Place.JOINED;
    }

    private static Held newer(Held one, Held other) {
        var winner = other.seq() >= one.seq() ? other : one;
        if (one.answers().isEmpty() && other.answers().isEmpty()) {
            return winner;
        }
        var answers = new ArrayList<>(one.answers());
        answers.addAll(other.answers());
        return new Held(winner.seq(), winner.command(), answers);
    }

    private void flush() {
        for (var mark : takeAll()) {
            // It stands for all that it has replaced, so what is followed begins here.
            var span = spans.begin("mark", mark.command());
            log.append(mark.command(), span, failure -> {
                var outcome = failure == null
                        ? new Outcome.Appended(mark.command())
                        : failed("the log did not take it in time");
                tell(mark.answers(), outcome);
                CommandSpans.end(span, outcome);
            });
        }
    }

    private synchronized Collection<Held> takeAll() {
        var all = held.values();
        held = new LinkedHashMap<>();
        return all;
    }

    private static void tell(List<Consumer<Outcome>> answers, Outcome outcome) {
        answers.forEach(answer -> answer.accept(outcome));
    }

    private static Outcome failed(String reason) {
        return new Outcome.Failed(Refusal.of(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, reason));
    }
}
