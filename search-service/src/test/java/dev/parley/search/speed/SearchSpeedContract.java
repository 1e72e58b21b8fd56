package dev.parley.search.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.index.Batch;
import dev.parley.search.index.Change;
import dev.parley.search.index.IndexUnderTest;
import dev.parley.search.index.IndexedMessage;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.index.Results;
import dev.parley.search.index.Results.Hit;
import dev.parley.search.index.Results.Total;
import dev.parley.search.index.Search;
import dev.parley.search.index.Search.Bounds;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import dev.parley.search.text.TextAnalyzer;
import dev.parley.search.text.TextQuery;
import dev.parley.search.text.TextRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Writes a corpus and searches it. In each build it is small, and the results are compared with those of the plain
 * reading of all texts; in the long form ({@code -Pguarantees}) it has a million messages, and searches have to be
 * fast. {@code -Dparley.corpus=FILE} adds a dialogue beside it, {@code -Dparley.corpus.messages} changes the number.
 */
public abstract class SearchSpeedContract {

    private static final boolean LONG = "long".equals(System.getProperty("parley.guarantees"));
    private static final int MESSAGES = Integer.getInteger("parley.corpus.messages", LONG ? 1_000_000 : 20_000);
    private static final int READERS_CONVERSATIONS = LONG ? 200 : 40;
    private static final int COMPARED_A_KIND = 10;
    private static final int MEASURED_A_KIND = 200;
    private static final Duration FAST = Duration.ofMillis(50);

    private static final int BATCH = 1_000;
    private static final int PAGE = 20;
    private static final int COUNT_TO = 1_000;
    private static final Bounds BOUNDS = new Bounds(PAGE, COUNT_TO, Duration.ofSeconds(10));

    private final TextRules rules = new TextRules(TextRules.CURRENT, null);
    private final TextAnalyzer analyzer = new TextAnalyzer(rules);
    private final Random random = new Random(7);

    protected abstract IndexUnderTest engine();

    /** What the engine does by itself a while after much was written. */
    protected void settle() {}

    @Test
    void findsTheSameAsThePlainReadingAndFast() throws Exception {
        var catalog = engine().emptied();
        var index = catalog.open(catalog.create(rules));
        var corpus = new Corpus(MESSAGES, READERS_CONVERSATIONS, dialogue());

        write(index, corpus);
        settle();

        compare(index, corpus.visible());
        if (LONG) {
            measure(index, corpus.visible(), 1);
            var alone = measure(index, corpus.visible(), 1);
            print("1 thread", alone);
            print("4 threads", measure(index, corpus.visible(), 4));
            assertThat(alone)
                    .allSatisfy((kind, latencies) -> assertThat(latencies.percentile(95)).as(kind).isLessThan(FAST));
        }
    }

    private void write(MessageIndex index, Corpus corpus) {
        var changes = new ArrayList<Change>();
        var applied = new long[1];
        var start = System.nanoTime();
        corpus.tell(analyzer, change -> {
            changes.add(change);
            if (changes.size() == BATCH) {
                applied[0] += BATCH;
                index.apply(new Batch(changes, Map.of(0, applied[0])));
                changes.clear();
            }
        });
        index.apply(new Batch(changes, Map.of(0, applied[0] + changes.size())));
        var seconds = (System.nanoTime() - start) / 1e9;

        var size = index.size();
        assertThat(size.messages()).isEqualTo(corpus.size());
        print("%,d messages and %,d memberships in %.1f s: %,.0f messages a second, %,d bytes a message"
                .formatted(
                        corpus.size(), applied[0] + changes.size() - corpus.size(), seconds, corpus.size() / seconds,
                        size.bytes() / corpus.size()));
    }

    private void compare(MessageIndex index, List<IndexedMessage> visible) {
        for (var kind : Kind.values()) {
            var found = 0;
            for (var count = 0; count < COMPARED_A_KIND; count++) {
                found += compare(index, visible, kind.query(random, visible));
            }
            assertThat(found).as("what all searches for %s found", kind).isPositive();
        }
    }

    private int compare(MessageIndex index, List<IndexedMessage> visible, String text) {
        var query = analyzer.parse(text);
        var expected = visible.stream()
                .filter(message -> analyzer.matches(query, message.content()))
                .toList()
                .reversed();
        var newest = search(index, query, Sort.NEWEST);
        var best = search(index, query, Sort.BEST);

        assertThat(messages(newest)).as(text).isEqualTo(expected.stream().limit(PAGE).toList());
        assertThat(messages(best)).as(text).isSubsetOf(expected).hasSameSizeAs(messages(newest));
        assertThat(List.of(newest.total(), best.total())).as(text).containsOnly(
                new Total(Math.min(expected.size(), COUNT_TO), expected.size() <= COUNT_TO));
        return expected.size();
    }

    /** By kind and order. */
    private Map<String, Latencies> measure(MessageIndex index, List<IndexedMessage> visible, int threads)
            throws InterruptedException, ExecutionException {
        var latencies = new TreeMap<String, Latencies>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (var kind : Kind.values()) {
                for (var sort : Sort.values()) {
                    var ofKind = latencies.computeIfAbsent(kind + " " + sort, name -> new Latencies());
                    for (var count = 0; count < MEASURED_A_KIND; count++) {
                        var query = analyzer.parse(kind.query(random, visible));
                        running.add(executor.submit(() -> {
                            var start = System.nanoTime();
                            search(index, query, sort);
                            ofKind.add(Duration.ofNanos(System.nanoTime() - start));
                        }));
                    }
                }
            }
            for (var each : running) {
                each.get();
            }
        }
        return latencies;
    }

    private static Results search(MessageIndex index, TextQuery query, Sort sort) {
        return index.search(new Search(Corpus.READER, query, Filter.NONE, sort, null, BOUNDS));
    }

    private static List<Line> dialogue() throws IOException {
        var file = System.getProperty("parley.corpus");
        return file == null ? List.of() : Line.allOf(Path.of(file));
    }

    private static List<IndexedMessage> messages(Results results) {
        return results.hits().stream().map(Hit::message).toList();
    }

    private void print(String threads, Map<String, Latencies> byKind) {
        byKind.forEach((kind, latencies) -> print("%-9s %-17s %s".formatted(threads, kind, latencies)));
    }

    private void print(String line) {
        System.out.println(getClass().getSimpleName() + ": " + line);
    }
}
