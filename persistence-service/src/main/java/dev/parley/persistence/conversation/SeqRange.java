package dev.parley.persistence.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Changes from behind {@code after} up to and including {@code through}. */
public record SeqRange(long after, long through) {

    /**
     * How many changes back from a mark are looked at for the senders who hear of it: one that jumps further, after a
     * long absence, is not told to senders of older messages; they find it when they look.
     */
    static final int MOST_PASSED = 500;

    /** What a mark passes on its way from {@code from} to {@code to}, as far back as it is looked at. */
    static SeqRange passed(long from, long to) {
        return new SeqRange(Math.max(from, to - MOST_PASSED), to);
    }

    public boolean isEmpty() {
        return after >= through;
    }

    /** The same changes in ranges that do not overlap: a whole group that comes back at once passes the same. */
    public static List<SeqRange> merged(Collection<SeqRange> ranges) {
        var merged = new ArrayList<SeqRange>();
        for (var range : ranges.stream().sorted(Comparator.comparingLong(SeqRange::after)).toList()) {
            if (!merged.isEmpty() && range.after <= merged.getLast().through) {
                var last = merged.removeLast();
                merged.add(new SeqRange(last.after, Math.max(last.through, range.through)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
