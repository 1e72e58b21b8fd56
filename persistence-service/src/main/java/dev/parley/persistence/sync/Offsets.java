package dev.parley.persistence.sync;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** One offset for each partition of {@code chat.commands}: all before it is meant, or all from it on. */
record Offsets(List<Long> next) {

    Offsets {
        next = List.copyOf(next);
    }

    static Offsets zero(int partitions) {
        return new Offsets(Collections.nCopies(partitions, 0L));
    }

    int partitions() {
        return next.size();
    }

    /** Whether these name what cannot have been told: other partitions, or records beyond {@code other}. */
    boolean isBeyond(Offsets other) {
        return partitions() != other.partitions()
                || IntStream.range(0, partitions()).anyMatch(i -> next.get(i) > other.next.get(i));
    }

    Long[] toArray() {
        return next.toArray(Long[]::new);
    }
}
