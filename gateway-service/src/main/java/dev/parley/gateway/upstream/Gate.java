package dev.parley.gateway.upstream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Lets so many in at a time, and so many more wait in line. */
final class Gate {

    private final int atOnce;
    private final int waiting;
    private final Queue<CompletableFuture<Void>> line = new ArrayDeque<>();
    private int inside;

    Gate(int atOnce, int waiting) {
        this.atOnce = atOnce;
        this.waiting = waiting;
    }

    /**
     * @return done when it is this caller's turn, who has to {@link #leave} then; one that is completed by others before
     *     has given up its turn. Null if there is no room in the line.
     */
    synchronized @Nullable CompletableFuture<Void> enter() {
        if (inside < atOnce) {
            inside++;
            return CompletableFuture.completedFuture(null);
        }
        if (line.size() >= waiting) {
            return null;
        }
        var turn = new CompletableFuture<Void>();
        line.add(turn);
        return turn;
    }

    /** Hands the place on to the first in line who still wants it. */
    void leave() {
        var next = next();
        while (next != null && !next.complete(null)) {
            next = next();
        }
    }

    private synchronized @Nullable CompletableFuture<Void> next() {
        var next = line.poll();
        if (next == null) {
            inside--;
        }
        return next;
    }

    synchronized int waiting() {
        return line.size();
    }
}
