package dev.parley.search.index.postgres;

import dev.parley.engines.Database;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.index.IndexUnderTest;
import dev.parley.search.index.PagingContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@WithEngines(EngineKind.POSTGRES)
class PostgresPagingIT extends PagingContract {

    private static PostgresUnderTest postgres;

    @BeforeAll
    static void prepare(Database database) {
        postgres = new PostgresUnderTest(database);
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Override
    protected IndexUnderTest engine() {
        return postgres;
    }
}
