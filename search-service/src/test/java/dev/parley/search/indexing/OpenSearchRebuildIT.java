package dev.parley.search.indexing;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** In the long form only: what it adds to the engine's own tests is time. */
@EnabledIfSystemProperty(named = "parley.guarantees", matches = "long")
@WithEngines(EngineKind.OPENSEARCH)
class OpenSearchRebuildIT extends RebuildContract {

    @Override
    Map<String, String> emptyEngine() {
        return EngineSettings.openSearch();
    }
}
