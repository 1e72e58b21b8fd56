package dev.parley.search.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.UserId;
import dev.parley.engines.Database;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.index.Batch;
import dev.parley.search.index.Change;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.index.Chat;
import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.index.RefusedByIndex;
import dev.parley.search.index.Results;
import dev.parley.search.index.Search;
import dev.parley.search.index.Search.Bounds;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import dev.parley.search.text.AnalyzedText;
import dev.parley.search.text.Clause;
import dev.parley.search.text.Clause.Phrase;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextQuery;
import dev.parley.search.text.TextRules;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bounds and faults that PostgreSQL has of its own. */
@WithEngines(EngineKind.POSTGRES)
class PostgresOwnIT {

    private static final UserId ANN = new UserId("ann");

    private static PostgresUnderTest postgres;

    private final Chat chat = Chat.named("own");

    private MessageIndex index;
    private GenerationTables tables;

    @BeforeAll
    static void prepare(Database database) {
        postgres = new PostgresUnderTest(database);
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        var catalog = postgres.emptied();
        var generation = catalog.create(new TextRules(TextRules.CURRENT, null));
        index = catalog.open(generation);
        tables = GenerationTables.of(generation);
        apply(chat.founder(ANN));
    }

    @Test
    void givesUpASearchThatTakesTooLong() throws SQLException {
        try (var other = postgres.dataSource.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(tables.in("LOCK TABLE {schema}.messages IN ACCESS EXCLUSIVE MODE"));

            assertThatThrownBy(() -> search(Duration.ofMillis(200), new Word("fox", null)))
                    .isInstanceOf(IndexUnavailable.class)
                    .hasMessage("PostgreSQL: SQL state 57014");
            other.rollback();
        }
        assertThat(found(new Word("fox", null))).isEmpty();
    }

    @Test
    void refusesATextOfMoreThanAMegabyteForGoodAndTakesTheOthersWithout() {
        var words = new ArrayList<String>();
        for (var i = 0; i < 5_000; i++) {
            words.add(String.format("%0250d", i));
        }
        var good = chat.says(ANN, "fox");
        var bad = new Shown(chat.says(ANN, "secret").message(), new AnalyzedText(words, Set.of()));

        assertThatThrownBy(() -> apply(good, bad))
                .isInstanceOf(RefusedByIndex.class)
                .hasMessage("PostgreSQL: SQL state 54000");
        assertThat(found(new Word("fox", null))).isEmpty();
        apply(good);
        assertThat(found(new Word("fox", null))).hasSize(1);
    }

    @Test
    void refusesACharacterThatTextCannotHold() {
        var bad = new Shown(chat.says(ANN, "a\0b").message(), Chat.analyzed("fox"));

        assertThatThrownBy(() -> apply(bad)).isInstanceOf(RefusedByIndex.class);
    }

    @Test
    void saysSoWhenAGenerationIsGone() {
        postgres.jdbc.sql(tables.drop()).update();

        assertThatThrownBy(() -> apply(chat.says(ANN, "fox"))).isInstanceOf(IndexUnavailable.class);
        assertThatThrownBy(() -> found(new Word("fox", null))).isInstanceOf(IndexUnavailable.class);
        assertThatThrownBy(index::positions).isInstanceOf(IndexUnavailable.class);
        assertThatThrownBy(index::size).isInstanceOf(IndexUnavailable.class);
    }

    @Test
    void findsPhrasesUpToTheLastPositionAndWordsBeyond() {
        var words = new ArrayList<>(Collections.nCopies(TermVector.MAX_POSITION - 2, "filler"));
        words.addAll(List.of("quick", "brown", "fox", "jumps"));
        apply(new Shown(chat.says(ANN, "long").message(), new AnalyzedText(words, Set.of())));

        assertThat(found(phrase("quick", "brown"))).hasSize(1);
        assertThat(found(new Word("fox", null))).hasSize(1);
        assertThat(found(new Word("jumps", null))).hasSize(1);
        assertThat(found(phrase("brown", "fox"))).isEmpty();
        assertThat(found(phrase("brown", "jumps"))).isEmpty();
        assertThat(found(phrase("fox", "jumps"))).isEmpty();
    }

    @Test
    void findsAPhraseByTheFirstPositionsOfAWordThatIsRepeatedOften() {
        var within = repeated(TermVector.MAX_POSITIONS - 1);
        var beyond = repeated(TermVector.MAX_POSITIONS);
        apply(
                new Shown(chat.says(ANN, "within").message(), new AnalyzedText(within, Set.of())),
                new Shown(chat.says(ANN, "beyond").message(), new AnalyzedText(beyond, Set.of())));

        assertThat(found(phrase("ha", "fox"))).containsExactly("within");
        assertThat(found(new Word("ha", null), new Word("fox", null))).containsExactly("beyond", "within");
    }

    /** This thread is given the same connection each time. */
    @Test
    void plansEachSearchForItsOwnWords() {
        apply(chat.says(ANN, "fox"));

        for (var i = 0; i < 20; i++) {
            assertThat(found(new Word("fox", null))).containsExactly("fox");
        }
        assertThat(planned("custom_plans")).isGreaterThan(10);
        assertThat(planned("generic_plans")).isZero();
    }

    @Test
    void countsTheBytesOfAllItsTables() {
        var before = index.size().bytes();
        for (var i = 0; i < 500; i++) {
            apply(chat.says(ANN, "fox number " + i));
        }

        assertThat(index.size().bytes()).isGreaterThan(before);
    }

    private static long planned(String kind) {
        return postgres.jdbc
                .sql("SELECT sum(" + kind + ") FROM pg_prepared_statements WHERE statement LIKE 'WITH mine%'")
                .query(Long.class)
                .single();
    }

    /** As many times as that, then something else, then once more before the fox. */
    private static List<String> repeated(int times) {
        var words = new ArrayList<>(Collections.nCopies(times, "ha"));
        words.addAll(List.of("stop", "ha", "fox"));
        return words;
    }

    private void apply(Change... changes) {
        index.apply(new Batch(List.of(changes), Map.of()));
    }

    private List<String> found(Clause... required) {
        return search(Duration.ofSeconds(10), required).hits().stream()
                .map(hit -> hit.message().content())
                .toList();
    }

    private Results search(Duration timeout, Clause... required) {
        var query = new TextQuery(List.of(required), List.of());
        return index.search(new Search(ANN, query, Filter.NONE, Sort.NEWEST, null, new Bounds(20, 1000, timeout)));
    }

    private static Phrase phrase(String... words) {
        return new Phrase(List.of(words), Set.of());
    }
}
