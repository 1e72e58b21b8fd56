package dev.parley.search.indexing;

import dev.parley.search.index.Generation;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.text.TextAnalyzer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The index that is searched, as of the last look at the catalog. It goes on being this one while the catalog can't be
 * read; and a generation that another has taken the place of is kept long enough for whoever has not noticed.
 */
@Component
public final class ServingIndex {

    private static final Logger log = LoggerFactory.getLogger(ServingIndex.class);

    private final IndexCatalog catalog;
    private volatile @Nullable Serving current;

    /** What a search needs, all of one generation: its queries are read by the rules of its texts. */
    public record Serving(Generation generation, MessageIndex index, TextAnalyzer analyzer) {}

    ServingIndex(IndexCatalog catalog) {
        this.catalog = catalog;
    }

    /** @throws IndexUnavailable if there is none that this version can search */
    public Serving current() {
        var serving = current;
        if (serving == null) {
            throw new IndexUnavailable("no index serves yet");
        }
        return serving;
    }

    boolean isThere() {
        return current != null;
    }

    boolean isServing(int number) {
        var serving = current;
        return serving != null && serving.generation().number() == number;
    }

    void switchTo(Generation generation) {
        try {
            var analyzer = new TextAnalyzer(generation.textRules());
            current = new Serving(generation, catalog.open(generation), analyzer);
            log.info("Searching generation {}, by rules {}", generation.number(), generation.textRules());
        } catch (IllegalArgumentException e) {
            // The last one is not filled any more, and would answer from the past.
            current = null;
            log.debug("Generation {} is not for this version: {}", generation.number(), e.getMessage());
        }
    }
}
