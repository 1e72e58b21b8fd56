package dev.parley.search.indexing;

import dev.parley.engines.OpenSearchNode;
import dev.parley.engines.RunningEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** In the long form only: it starts a node for each test. Each build sees one killed below the service. */
@EnabledIfSystemProperty(named = "parley.guarantees", matches = "long")
class OpenSearchOutageIT extends OutageContract {

    @Override
    Outage startEngine(Path empty) throws Exception {
        var node = RunningEngine.start(OpenSearchNode.in(empty));
        return new Outage(node, EngineSettings.openSearch(node.engine().url()));
    }
}
