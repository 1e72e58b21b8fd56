package dev.parley.search.indexing;

import dev.parley.engines.Database;
import dev.parley.engines.testing.Engines;
import java.util.Map;
import java.util.UUID;

/** Settings of the service that name an engine, and in it a place that nobody has used. */
final class EngineSettings {

    private EngineSettings() {}

    static Map<String, String> postgres() {
        return postgres(Engines.postgres().createDatabase());
    }

    static Map<String, String> postgres(Database database) {
        return Map.of(
                "parley.search.engine", "postgres",
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password());
    }

    static Map<String, String> openSearch() {
        return openSearch(Engines.openSearch().url());
    }

    static Map<String, String> openSearch(String url) {
        return Map.of(
                "parley.search.engine", "opensearch",
                "parley.search.opensearch.urls", url,
                "parley.search.opensearch.prefix", "test-" + UUID.randomUUID());
    }
}
