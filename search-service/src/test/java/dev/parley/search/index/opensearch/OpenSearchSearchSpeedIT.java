package dev.parley.search.index.opensearch;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.OpenSearch;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.index.IndexUnderTest;
import dev.parley.search.speed.SearchSpeedContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@WithEngines(EngineKind.OPENSEARCH)
class OpenSearchSearchSpeedIT extends SearchSpeedContract {

    private static OpenSearchUnderTest openSearch;

    @BeforeAll
    static void prepare(OpenSearch node) {
        openSearch = new OpenSearchUnderTest(node);
    }

    @AfterAll
    static void close() {
        openSearch.close();
    }

    @Override
    protected IndexUnderTest engine() {
        return openSearch;
    }

    /** Segments are merged while it is written; nobody does more in production. */
    @Override
    protected void settle() {}
}
