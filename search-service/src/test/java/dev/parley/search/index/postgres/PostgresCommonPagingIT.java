package dev.parley.search.index.postgres;

import dev.parley.engines.Database;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.index.IndexUnderTest;
import dev.parley.search.index.PagingContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** With words that are known to be common, which are found in another way. */
@WithEngines(EngineKind.POSTGRES)
class PostgresCommonPagingIT extends PagingContract {

    private static PostgresUnderTest postgres;

    @BeforeAll
    static void prepare(Database database) {
        postgres = new PostgresUnderTest(database, true);
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
