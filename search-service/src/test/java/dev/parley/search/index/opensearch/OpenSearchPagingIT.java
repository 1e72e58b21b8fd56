package dev.parley.search.index.opensearch;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.OpenSearch;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.index.IndexUnderTest;
import dev.parley.search.index.PagingContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@WithEngines(EngineKind.OPENSEARCH)
class OpenSearchPagingIT extends PagingContract {

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
}
