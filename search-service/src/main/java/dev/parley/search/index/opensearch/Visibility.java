package dev.parley.search.index.opensearch;

import dev.parley.search.index.Generation.State;
import java.util.function.Supplier;

/**
 * When what is written can be found: once for each batch, but a generation that is only being built is spared that, as
 * nobody searches it. Whoever promotes one makes all of it visible afterwards; so a writer asks after its writing, and
 * not before, whether the generation is still being built. Either of the two sees to it.
 */
final class Visibility {

    private final Bulks bulks;
    private final IndexNames names;
    private final Supplier<State> state;
    private volatile boolean building;

    Visibility(Bulks bulks, IndexNames names, State atFirst, Supplier<State> state) {
        this.bulks = bulks;
        this.names = names;
        this.state = state;
        building = atFirst == State.BUILDING;
    }

    /** Whether every batch has to be made visible by whoever writes it. */
    boolean isAtOnce() {
        return !building;
    }

    /** For who has written a batch without making it visible. */
    void afterBuilding() {
        look();
        if (!building) {
            makeAllVisible();
        }
    }

    /** For the odd search in a generation that is not served. */
    void beforeSearch() {
        if (building) {
            look();
            makeAllVisible();
        }
    }

    /** In the order in which it is written. */
    void makeAllVisible() {
        bulks.refresh(names.state());
        bulks.refresh(names.messages());
    }

    /** Nothing is ever built again. */
    private void look() {
        building = state.get() == State.BUILDING;
    }
}
