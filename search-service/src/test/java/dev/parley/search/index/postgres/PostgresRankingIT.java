package dev.parley.search.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.engines.Database;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.index.Batch;
import dev.parley.search.index.Change;
import dev.parley.search.index.Chat;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.index.Results;
import dev.parley.search.index.Results.Total;
import dev.parley.search.index.Search;
import dev.parley.search.index.Search.Bounds;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextQuery;
import dev.parley.search.text.TextRules;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The best of words so common that only the newest messages are put in order. */
@WithEngines(EngineKind.POSTGRES)
class PostgresRankingIT {

    private static final int RANKED = 20;
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");

    private static PostgresUnderTest postgres;

    private final Chat common = Chat.named("common");
    private final Chat rare = Chat.named("rare");

    private MessageIndex index;

    @BeforeAll
    static void prepare(Database database) {
        postgres = new PostgresUnderTest(database, false);
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @BeforeEach
    void fill() {
        postgres.emptied();
        var catalog = new PostgresCatalog(
                new Transactions(postgres.dataSource), new PostgresSettings(RANKED), Clock.systemUTC());
        var generation = catalog.create(new TextRules(TextRules.CURRENT, null));
        index = catalog.open(generation);
        var changes = new ArrayList<Change>(List.of(common.founder(ANN), rare.founder(BOB)));
        changes.add(common.says(ANN, "fox fox fox"));
        for (var i = 0; i < 400; i++) {
            changes.add(common.says(ANN, i % 2 == 0 ? "a fox among others" : "nothing"));
        }
        changes.add(rare.says(BOB, "fox"));
        for (var i = 0; i < 100; i++) {
            changes.add(rare.says(BOB, "nothing"));
        }
        index.apply(new Batch(changes, Map.of()));
        postgres.jdbc.sql(GenerationTables.of(generation).in("ANALYZE {schema}.messages")).update();
    }

    @Test
    void putsTheNewestInOrderAndCountsAll() {
        var page = best(ANN, 5);

        assertThat(page.total()).isEqualTo(new Total(5, false));
        assertThat(page.hits()).hasSizeBetween(RANKED - 5, RANKED + 5);
        assertThat(page.hits()).extracting(hit -> hit.message().content()).containsOnly("a fox among others");
        assertThat(page.hits().getFirst().message().seq()).isEqualTo(400);
    }

    @Test
    void putsAllInOrderWhereAllAreCounted() {
        var page = best(ANN, 1_000);

        assertThat(page.total()).isEqualTo(new Total(201, true));
        assertThat(page.hits().getFirst().message().content()).isEqualTo("fox fox fox");
    }

    @Test
    void looksFurtherBackWhereTheWordsAreLessCommonThanElsewhere() {
        var page = best(BOB, 5);

        assertThat(page.total()).isEqualTo(new Total(1, true));
        assertThat(page.hits()).extracting(hit -> hit.message().content()).containsExactly("fox");
    }

    private Results best(UserId caller, int countTo) {
        var query = new TextQuery(List.of(new Word("fox", null)), List.of());
        var bounds = new Bounds(100, countTo, Duration.ofSeconds(10));
        return index.search(new Search(caller, query, Filter.NONE, Sort.BEST, null, bounds));
    }
}
