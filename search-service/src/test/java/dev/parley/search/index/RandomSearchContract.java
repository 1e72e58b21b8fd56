package dev.parley.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.index.Results.Hit;
import dev.parley.search.index.Results.Total;
import dev.parley.search.text.Clause.Phrase;
import dev.parley.search.text.TextAnalyzer;
import dev.parley.search.text.TextQuery;
import dev.parley.search.text.TextRules;
import dev.parley.search.text.UnusableQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any history and any query, against a model that looks at everything. */
public abstract class RandomSearchContract {

    private static final int CHANGES = 300;
    private static final int QUERIES = 60;

    private static final Comparator<Place> BEST = Comparator.comparing(Place::score)
            .thenComparing(Place::sentAt)
            .thenComparing(Place::conversationId)
            .thenComparing(Place::seq)
            .reversed();

    protected abstract IndexUnderTest engine();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsWhatTheModelFinds(long seed) {
        var random = new Random(seed);
        var rules = new TextRules(TextRules.CURRENT, seed % 2 == 0 ? "english" : null);
        var analyzer = new TextAnalyzer(rules);
        var history = new RandomHistory(random, analyzer);
        var model = new Model(analyzer);
        var catalog = engine().emptied();
        var index = catalog.open(catalog.create(rules));
        write(history.changes(CHANGES), random, index, model);

        assertThat(index.size().messages()).isEqualTo(model.messages());
        var found = 0;
        for (var i = 0; i < QUERIES; i++) {
            var text = history.query();
            var query = parsed(analyzer, text);
            if (query != null) {
                var searching = new Searching(index, history.user(), query, history.filter(), Sort.NEWEST);
                var expected = model.search(searching.caller(), query, searching.filter());
                found += expected.size();
                checkNewest(text, searching, expected, 1 + random.nextInt(9));
                checkBest(text, searching.best(), expected, 1 + random.nextInt(9), analyzer);
            }
        }
        assertThat(found).as("hits in all").isGreaterThan(QUERIES / 2);
    }

    private static void checkNewest(String text, Searching searching, List<IndexedMessage> expected, int limit) {
        assertThat(searching.all(limit)).extracting(Hit::message).as(text).isEqualTo(expected);
        assertThat(searching.page(limit).total()).as(text).isEqualTo(new Total(expected.size(), true));
    }

    private static void checkBest(
            String text, Searching searching, List<IndexedMessage> expected, int limit, TextAnalyzer analyzer) {
        var hits = searching.all(limit);
        assertThat(hits).extracting(Hit::message).as(text).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(hits).extracting(Hit::place).as(text).isSortedAccordingTo(BEST);
        assertThat(searching.page(limit).total()).as(text).isEqualTo(new Total(expected.size(), true));
        var phrase = asPhrase(searching.query());
        if (phrase != null) {
            assertThat(hits)
                    .extracting(hit -> analyzer.matches(phrase, hit.message().content()))
                    .as(text)
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    /** The words of a query, where it has several, as the phrase that comes first. */
    private static @Nullable TextQuery asPhrase(TextQuery query) {
        var words = query.sequence();
        return words.size() < 2 ? null : new TextQuery(List.of(new Phrase(words, Set.of())), List.of());
    }

    private static @Nullable TextQuery parsed(TextAnalyzer analyzer, String text) {
        try {
            return analyzer.parse(text);
        } catch (UnusableQuery nothingToLookFor) {
            return null;
        }
    }

    private static void write(List<Change> changes, Random random, MessageIndex index, Model model) {
        for (var from = 0; from < changes.size();) {
            var to = Math.min(changes.size(), from + 1 + random.nextInt(40));
            var batch = changes.subList(from, to);
            batch.forEach(model::apply);
            index.apply(new Batch(batch, Map.of(0, (long) to)));
            from = to;
        }
    }
}
