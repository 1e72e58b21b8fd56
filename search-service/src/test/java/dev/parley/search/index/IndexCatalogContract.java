package dev.parley.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.UserId;
import dev.parley.search.index.Generation.State;
import dev.parley.search.text.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine's catalog does. */
public abstract class IndexCatalogContract {

    private static final TextRules RULES = new TextRules(1, null);
    private static final TextRules ENGLISH = new TextRules(2, "english");

    private IndexCatalog catalog;

    protected abstract IndexUnderTest engine();

    @BeforeEach
    void empty() {
        catalog = engine().emptied();
    }

    @Test
    void hasNoGenerationsAtFirst() {
        assertThat(catalog.generations()).isEmpty();
    }

    @Test
    void servesTheFirstGenerationAtOnce() {
        var first = catalog.create(RULES);

        assertThat(first.state()).isEqualTo(State.SERVING);
        assertThat(first.number()).isPositive();
        assertThat(first.textRules()).isEqualTo(RULES);
        assertThat(first.since()).isEqualTo(first.createdAt());
        assertThat(catalog.generations()).containsExactly(first);
        assertThat(engine().another().generations()).containsExactly(first);
    }

    @Test
    void buildsTheNextOneBesideIt() {
        var first = catalog.create(RULES);
        var second = catalog.create(ENGLISH);

        assertThat(second.state()).isEqualTo(State.BUILDING);
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(second.textRules()).isEqualTo(ENGLISH);
        assertThat(catalog.generations()).containsExactly(first, second);
    }

    @Test
    void buildsOneAtATime() {
        catalog.create(RULES);
        var building = catalog.create(ENGLISH);

        assertThat(engine().another().create(RULES)).isEqualTo(building);
        assertThat(catalog.generations()).hasSize(2);
    }

    @Test
    void makesOneFirstGenerationForAllWhoStartAtOnce() throws Exception {
        assertThat(atOnce(4, () -> engine().another().createFirst(RULES))).containsOnlyOnce(true);

        assertThat(states()).containsExactly(State.SERVING);
    }

    @Test
    void makesNoFirstGenerationBesideOneThatIsThere() {
        assertThat(catalog.createFirst(RULES)).isTrue();
        var first = catalog.generations().getFirst();

        assertThat(engine().another().createFirst(ENGLISH)).isFalse();
        assertThat(catalog.generations()).containsExactly(first);
        assertThat(first.state()).isEqualTo(State.SERVING);
        assertThat(first.textRules()).isEqualTo(RULES);
    }

    @Test
    void promotesWhatWasBuiltAndRetiresWhatServed() {
        var first = catalog.create(RULES);
        var second = catalog.create(ENGLISH);

        assertThat(catalog.promote(second)).isTrue();

        assertThat(states()).containsExactly(State.RETIRED, State.SERVING);
        assertThat(catalog.generations()).extracting(Generation::number).containsExactly(
                first.number(), second.number());
        assertThat(catalog.generations()).extracting(Generation::createdAt).containsExactly(
                first.createdAt(), second.createdAt());
    }

    @Test
    void promotesOnce() throws Exception {
        catalog.create(RULES);
        var second = catalog.create(ENGLISH);

        assertThat(atOnce(4, () -> engine().another().promote(second))).containsOnlyOnce(true);
        assertThat(catalog.promote(second)).isFalse();
        assertThat(states()).containsExactly(State.RETIRED, State.SERVING);
    }

    @Test
    void promotesNothingThatWasGivenUp() {
        catalog.create(RULES);
        var second = catalog.create(ENGLISH);
        catalog.drop(second);

        assertThat(catalog.promote(second)).isFalse();
        assertThat(states()).containsExactly(State.SERVING);
    }

    @Test
    void givesUpWhatIsBeingBuilt() {
        var first = catalog.create(RULES);
        var second = catalog.create(ENGLISH);
        catalog.open(second).apply(batch());

        catalog.drop(second);

        assertThat(catalog.generations()).containsExactly(first);
        assertThatThrownBy(() -> catalog.open(second).positions()).isInstanceOf(IndexUnavailable.class);
    }

    @Test
    void doesNotUseANumberTwice() {
        catalog.create(RULES);
        var second = catalog.create(RULES);
        catalog.drop(second);

        assertThat(catalog.create(RULES).number()).isGreaterThan(second.number());
    }

    @Test
    void dropsWhatIsRetired() {
        var first = catalog.create(RULES);
        var second = catalog.create(RULES);
        catalog.promote(second);

        catalog.drop(first);
        catalog.drop(first);

        assertThat(catalog.generations()).extracting(Generation::number).containsExactly(second.number());
    }

    @Test
    void doesNotDropWhatServes() {
        var first = catalog.create(RULES);
        catalog.open(first).apply(batch());

        catalog.drop(first);

        assertThat(catalog.generations()).containsExactly(first);
        assertThat(catalog.open(first).positions()).containsEntry(0, 1L);
    }

    @Test
    void dropsByTheStateOfNowAndNotOfThen() {
        catalog.create(RULES);
        var building = catalog.create(RULES);
        catalog.promote(building);

        catalog.drop(building);

        assertThat(states()).containsExactly(State.RETIRED, State.SERVING);
    }

    @Test
    void keepsGenerationsApart() {
        var reader = new UserId("reader");
        var first = catalog.open(catalog.create(RULES));
        var second = catalog.open(catalog.create(RULES));
        var chat = Chat.named("apart");
        first.apply(new Batch(List.of(chat.founder(reader), chat.says(reader, "old")), Map.of(0, 2L)));
        second.apply(new Batch(List.of(chat.founder(reader), chat.says(reader, "new")), Map.of(1, 7L)));

        assertThat(first.positions()).isEqualTo(Map.of(0, 2L));
        assertThat(second.positions()).isEqualTo(Map.of(1, 7L));
        assertThat(Searching.words(first, reader, "old").texts()).containsExactly("old");
        assertThat(Searching.words(first, reader, "new").texts()).isEmpty();
        assertThat(Searching.words(second, reader, "new").texts()).containsExactly("new");
    }

    private List<State> states() {
        return catalog.generations().stream().map(Generation::state).toList();
    }

    private static Batch batch() {
        return new Batch(List.of(Chat.named("any").founder(new UserId("anyone"))), Map.of(0, 1L));
    }

    private static <T> List<T> atOnce(int count, Callable<T> call) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(count)) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
