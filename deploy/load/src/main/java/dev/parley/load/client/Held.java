package dev.parley.load.client;

import dev.parley.load.wire.Change;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a device holds of one conversation: everything up to {@code seq}, and some changes beyond a gap. */
final class Held {

    private final TreeMap<Long, Change> beyond = new TreeMap<>();
    private final int bound;
    private long from;
    private long seq;
    private long highest;

    Held(int bound, long from, long seq) {
        this.bound = bound;
        this.from = from;
        this.seq = seq;
        this.highest = seq;
    }

    /** The first number that this member may see. */
    long from() {
        return from;
    }

    void visibleFrom(long first) {
        from = Math.max(from, first);
    }

    long seq() {
        return seq;
    }

    void advanceTo(long reached) {
        seq = Math.max(seq, reached);
        highest = Math.max(highest, seq);
        beyond.headMap(seq, true).clear();
    }

    /** Keeps a change that lies beyond a gap. Over the bound it is forgotten; its number is not, so it will be asked for. */
    void keep(Change change) {
        highest = Math.max(highest, change.seq());
        if (beyond.size() < bound) {
            beyond.putIfAbsent(change.seq(), change);
        }
    }

    /** The next change in turn, if it is here. */
    @Nullable
    Change nextInTurn() {
        return beyond.remove(seq + 1);
    }

    boolean hasGap() {
        return highest > seq;
    }
}
