package dev.parley.search.index.postgres;

import dev.parley.engines.Database;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.index.IndexUnderTest;
import dev.parley.search.speed.SearchSpeedContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@WithEngines(EngineKind.POSTGRES)
class PostgresSearchSpeedIT extends SearchSpeedContract {

    private static PostgresUnderTest postgres;

    @BeforeAll
    static void prepare(Database database) {
        postgres = new PostgresUnderTest(database, false);
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Override
    protected IndexUnderTest engine() {
        return postgres;
    }

    /** As autovacuum does within a minute. */
    @Override
    protected void settle() {
        postgres.jdbc.sql("VACUUM (ANALYZE)").update();
    }
}
