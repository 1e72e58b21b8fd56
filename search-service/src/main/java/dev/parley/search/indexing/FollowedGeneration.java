package dev.parley.search.indexing;

import dev.parley.search.index.Generation;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.text.TextAnalyzer;

/** A generation as those see it who fill it. */
final class FollowedGeneration {

    private final int number;
    private final MessageIndex index;
    private final EventDecoder decoder;
    private final IndexCatalog catalog;
    private final ServingIndex serving;
    private final StoppedPartitions stopped;

    /** @throws IllegalArgumentException if its texts are read by rules that this version does not know */
    FollowedGeneration(
            Generation generation, IndexCatalog catalog, ServingIndex serving, StoppedPartitions stopped) {
        this.number = generation.number();
        this.index = catalog.open(generation);
        this.decoder = new EventDecoder(new TextAnalyzer(generation.textRules())::analyze);
        this.catalog = catalog;
        this.serving = serving;
        this.stopped = stopped;
    }

    int number() {
        return number;
    }

    MessageIndex index() {
        return index;
    }

    EventDecoder decoder() {
        return decoder;
    }

    boolean isServing() {
        return serving.isServing(number);
    }

    void stop(LoggedEvent.Unknown event) {
        stopped.add(number, event);
    }

    Assignment.Stops stops() {
        return new Assignment.Stops() {
            @Override
            public boolean test(int partition) {
                return stopped.contains(number, partition);
            }

            @Override
            public void forget(int partition) {
                stopped.remove(number, partition);
            }
        };
    }

    /** @throws GenerationGone if nobody is to fill it any more */
    void requireAlive() {
        var isAlive = catalog.generations().stream()
                .anyMatch(each -> each.number() == number && each.state() != Generation.State.RETIRED);
        if (!isAlive) {
            throw new GenerationGone(number);
        }
    }
}
