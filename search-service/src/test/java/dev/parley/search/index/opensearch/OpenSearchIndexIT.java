package dev.parley.search.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.UserId;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.OpenSearch;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.index.Batch;
import dev.parley.search.index.Change;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.index.Chat;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.index.IndexedMessage;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.index.RefusedByIndex;
import dev.parley.search.index.Results;
import dev.parley.search.index.Search;
import dev.parley.search.index.Search.Bounds;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import dev.parley.search.text.AnalyzedText;
import dev.parley.search.text.Clause;
import dev.parley.search.text.Clause.Prefix;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextQuery;
import dev.parley.search.text.TextRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithEngines(EngineKind.OPENSEARCH)
class OpenSearchIndexIT {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final TextRules RULES = new TextRules(1, null);

    private static OpenSearchUnderTest openSearch;

    private IndexCatalog catalog;
    private MessageIndex index;

    @BeforeAll
    static void prepare(OpenSearch node) {
        openSearch = new OpenSearchUnderTest(node);
    }

    @AfterAll
    static void close() {
        openSearch.close();
    }

    @BeforeEach
    void empty() {
        catalog = openSearch.emptied();
        index = catalog.open(catalog.create(RULES));
    }

    @Test
    void servesAUserOfThousandsOfConversations() {
        var changes = new ArrayList<Change>();
        var inPart = 0;
        for (var i = 0; i < 11_000; i++) {
            var chat = Chat.named("chat" + i);
            if (i % 1_000 == 7) {
                changes.add(chat.says(BOB, "fox before"));
            }
            changes.add(i % 2 == 0 ? chat.founder(ANN) : chat.joins(ANN));
            if (i % 1_000 == 7) {
                changes.add(chat.says(BOB, "fox after"));
                inPart++;
            }
        }
        index.apply(new Batch(changes, Map.of()));

        assertThat(texts(found(ANN, "fox"))).hasSize(inPart).containsOnly("fox after");
    }

    @Test
    void neverShowsWhatIsSaidAfterARemoval() throws Exception {
        var chat = Chat.named("removal");
        index.apply(new Batch(List.of(chat.founder(BOB), chat.joins(ANN), chat.says(BOB, "fox")), Map.of()));
        var done = new AtomicBoolean();
        var searches = new AtomicInteger();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var reader = threads.submit(() -> {
                var seen = new ArrayList<String>();
                while (!done.get()) {
                    seen.addAll(texts(found(ANN, "fox")));
                    searches.incrementAndGet();
                }
                return seen;
            });
            for (var round = 0; round < 30; round++) {
                index.apply(new Batch(List.of(chat.leaves(ANN), chat.says(BOB, "fox secret")), Map.of()));
                index.apply(new Batch(List.of(chat.joins(ANN), chat.says(BOB, "fox")), Map.of()));
                var before = searches.get();
                // The one under way, and one that begins while Ann is in.
                await().until(() -> searches.get() > before + 1 || reader.isDone());
            }
            done.set(true);

            assertThat(reader.get()).isNotEmpty().containsOnly("fox");
        }
    }

    @Test
    void writesMembershipsBeforeMessagesAndPositionsLast() {
        var chat = Chat.named("order");
        var unspeakable = refused(chat.says(BOB, "fox"));

        assertThatThrownBy(() -> index.apply(new Batch(List.of(unspeakable, chat.founder(ANN)), Map.of(0, 9L))))
                .isInstanceOf(RefusedByIndex.class)
                .hasMessageContaining("status 400")
                .hasMessageNotContaining("fox");

        assertThat(index.positions()).isEmpty();
        index.apply(new Batch(List.of(chat.says(BOB, "fox again")), Map.of()));
        assertThat(texts(found(ANN, "fox"))).containsExactly("fox again");
    }

    @Test
    void makesNoIndexForWhoWritesToOneThatIsGone() {
        var building = catalog.create(RULES);
        var late = catalog.open(building);
        catalog.drop(building);

        assertThatThrownBy(() -> late.apply(new Batch(List.of(Chat.named("gone").founder(ANN)), Map.of(0, 1L))))
                .isInstanceOf(IndexUnavailable.class);
        assertThat(catalog.create(RULES).number()).isGreaterThan(building.number());
    }

    @Test
    void showsWhatWasBuiltOnceItIsPromoted() {
        var building = catalog.create(RULES);
        var writer = catalog.open(building);
        var chat = Chat.named("built");
        writer.apply(new Batch(List.of(chat.founder(ANN), chat.says(BOB, "fox one")), Map.of(0, 2L)));

        catalog.promote(building);
        index = catalog.open(catalog.generations().getLast());
        assertThat(texts(found(ANN, "fox"))).containsExactly("fox one");

        // The writer still holds what it opened before.
        writer.apply(new Batch(List.of(chat.says(BOB, "fox two")), Map.of(0, 3L)));
        assertThat(texts(found(ANN, "fox"))).containsExactly("fox two", "fox one");
    }

    @Test
    void findsPrefixesOfAnyLengthBehindOtherWords() {
        var chat = Chat.named("prefixes");
        var changes = new ArrayList<Change>();
        changes.add(chat.founder(ANN));
        for (var i = 0; i < 1_500; i++) {
            changes.add(chat.says(BOB, "order " + (char) ('a' + i % 26) + "umber" + i));
        }
        changes.add(chat.says(BOB, "order zebracrossings"));
        index.apply(new Batch(changes, Map.of()));

        assertThat(texts(search(ANN, new Prefix(List.of("order"), "z")))).hasSize(58);
        assertThat(texts(search(ANN, new Prefix(List.of("order"), "zebracrossing"))))
                .containsExactly("order zebracrossings");
    }

    /** Its mark is longer than Lucene takes; the analyzer makes none such. */
    private static Shown refused(Shown shown) {
        return new Shown(shown.message(), new AnalyzedText(List.of("fox"), Set.of("x".repeat(40_000))));
    }

    private Results found(UserId caller, String word) {
        return search(caller, new Word(word, null));
    }

    private Results search(UserId caller, Clause clause) {
        var query = new TextQuery(List.of(clause), List.of());
        var bounds = new Bounds(100, 1_000, Duration.ofSeconds(30));
        return index.search(new Search(caller, query, Filter.NONE, Sort.NEWEST, null, bounds));
    }

    private static List<String> texts(Results results) {
        return results.hits().stream().map(Results.Hit::message).map(IndexedMessage::content).toList();
    }
}
