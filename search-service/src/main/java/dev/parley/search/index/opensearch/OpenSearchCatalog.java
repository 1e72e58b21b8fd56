package dev.parley.search.index.opensearch;

import dev.parley.search.index.Generation;
import dev.parley.search.index.Generation.State;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.text.TextRules;
import java.time.Clock;
import java.util.List;

/**
 * The generations as one document. A generation's indexes are there before the document names it, and gone after it
 * does not any more; what a crash leaves between is used, or deleted, by the next who comes there.
 */
final class OpenSearchCatalog implements IndexCatalog {

    private final Calls calls;
    private final Bulks bulks;
    private final Indexes indexes;
    private final CatalogStore store;
    private final String prefix;
    private final Clock clock;

    OpenSearchCatalog(Calls calls, Bulks bulks, Indexes indexes, String prefix, Clock clock) {
        this.calls = calls;
        this.bulks = bulks;
        this.indexes = indexes;
        this.prefix = prefix;
        this.clock = clock;
        store = new CatalogStore(calls, indexes, IndexNames.catalog(prefix));
    }

    @Override
    public List<Generation> generations() {
        return store.read().generations().stream().map(CatalogDocument.Entry::generation).toList();
    }

    @Override
    public boolean createFirst(TextRules rules) {
        return store.change(catalog -> catalog.generations().isEmpty() ? withNext(catalog, rules) : catalog).changed();
    }

    @Override
    public Generation create(TextRules rules) {
        var after = store.change(catalog -> catalog.in(State.BUILDING).isEmpty() ? withNext(catalog, rules) : catalog)
                .catalog();
        return after.in(State.BUILDING).or(() -> after.in(State.SERVING)).orElseThrow().generation();
    }

    private CatalogDocument withNext(CatalogDocument catalog, TextRules rules) {
        indexes.create(names(catalog.last() + 1));
        return catalog.with(rules, clock.instant());
    }

    @Override
    public boolean promote(Generation building) {
        var number = building.number();
        var visibility = visibility(building);
        var outcome = store.change(catalog -> {
            if (catalog.in(State.BUILDING).filter(entry -> entry.number() == number).isEmpty()) {
                return catalog;
            }
            visibility.makeAllVisible();
            return catalog.promoted(number, clock.instant());
        });
        if (outcome.changed()) {
            // Once more, for those who wrote meanwhile and took it for one that is being built.
            visibility.makeAllVisible();
        }
        return outcome.changed();
    }

    @Override
    public void drop(Generation generation) {
        var number = generation.number();
        var after = store.change(catalog -> catalog.isServing(number) ? catalog : catalog.without(number)).catalog();
        if (number <= after.last() && after.numbered(number).isEmpty()) {
            indexes.delete(names(number));
        }
    }

    @Override
    public MessageIndex open(Generation generation) {
        return new OpenSearchIndex(calls, bulks, names(generation.number()), visibility(generation));
    }

    private Visibility visibility(Generation generation) {
        return new Visibility(bulks, names(generation.number()), generation.state(), () -> stateOf(generation));
    }

    /** As good as retired if it is not there: to be found by nobody. */
    private State stateOf(Generation generation) {
        return store.read()
                .numbered(generation.number())
                .map(CatalogDocument.Entry::state)
                .orElse(State.RETIRED);
    }

    private IndexNames names(int number) {
        return IndexNames.of(prefix, number);
    }
}
