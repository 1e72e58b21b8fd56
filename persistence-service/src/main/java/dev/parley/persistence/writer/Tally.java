package dev.parley.persistence.writer;

import dev.parley.contracts.CommandKind;
import dev.parley.persistence.conversation.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of the commands of a batch: added to the counters once it has committed, and only then. */
final class Tally {

    private final Map<Case, Integer> counts = new HashMap<>();

    /** @param kind null where a record can't be read */
    record Case(@Nullable CommandKind kind, Fate fate) {}

    void count(CommandKind kind, List<Outcome> outcomes) {
        add(new Case(kind, Fate.of(outcomes)));
    }

    void countDead(@Nullable CommandKind kind) {
        add(new Case(kind, Fate.DEAD_LETTERED));
    }

    Map<Case, Integer> counts() {
        return Map.copyOf(counts);
    }

    private void add(Case each) {
        counts.merge(each, 1, Integer::sum);
    }
}
