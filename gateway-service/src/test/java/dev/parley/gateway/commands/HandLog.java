package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.tracing.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A log whose acks and time a test gives by hand. */
final class HandLog implements CommandLog {

    final List<Command> appended = new ArrayList<>();
    private final Deque<Done> unanswered = new ArrayDeque<>();
    private final Deque<Runnable> delayed = new ArrayDeque<>();

    @Override
    public void append(Command command, Span span, Done done) {
        appended.add(command);
        unanswered.add(done);
    }

    @Override
    public void later(Runnable task, long delayNanos) {
        delayed.add(task);
    }

    void ack() {
        answer(null);
    }

    void fail() {
        answer(new IllegalStateException("away"));
    }

    private void answer(@Nullable Exception failure) {
        Objects.requireNonNull(unanswered.poll(), "nothing is on its way").done(failure);
    }

    /** @return how many tasks were due */
    int letTimePass() {
        var due = List.copyOf(delayed);
        delayed.clear();
        due.forEach(Runnable::run);
        return due.size();
    }
}
