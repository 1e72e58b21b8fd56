package dev.parley.search.indexing;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import java.util.Map;

@WithEngines(EngineKind.POSTGRES)
class PostgresRebuildIT extends RebuildContract {

    @Override
    Map<String, String> emptyEngine() {
        return EngineSettings.postgres();
    }
}
