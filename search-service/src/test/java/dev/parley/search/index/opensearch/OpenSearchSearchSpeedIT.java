package dev.parley.search.index.opensearch;

import dev.parley.engines.FreePort;
import dev.parley.engines.OpenSearchNode;
import dev.parley.engines.RunningEngine;
import dev.parley.search.index.IndexUnderTest;
import dev.parley.search.speed.SearchSpeedContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On a node of its own, with a heap and a compiler as in production: those of other tests are made to start quickly. */
class OpenSearchSearchSpeedIT extends SearchSpeedContract {

    private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-Xshare:auto");

    private static RunningEngine<OpenSearchNode> node;
    private static OpenSearchUnderTest openSearch;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        node = RunningEngine.start(new OpenSearchNode(folder, FreePort.next(), FreePort.next(), JVM));
        openSearch = new OpenSearchUnderTest(node.engine().url(), Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() throws Exception {
        openSearch.close();
        node.close();
    }

    @Override
    protected IndexUnderTest engine() {
        return openSearch;
    }

    /** Segments are merged while it is written; nobody does more in production. */
    @Override
    protected void settle() {}
}
