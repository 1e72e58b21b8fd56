package dev.parley.search.index;

import dev.parley.contracts.UserId;
import dev.parley.search.index.Results.Hit;
import dev.parley.search.index.Search.Bounds;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.text.Clause;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search in the making, and what it finds. */
record Searching(MessageIndex index, UserId caller, TextQuery query, Filter filter, Sort sort) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    static Searching words(MessageIndex index, UserId caller, String words) {
        List<Clause> clauses = new ArrayList<>();
        Arrays.stream(words.split(" ", -1)).forEach(word -> clauses.add(new Word(word, null)));
        return clauses(index, caller, clauses, List.of());
    }

    static Searching clauses(MessageIndex index, UserId caller, List<Clause> required, List<Clause> excluded) {
        return new Searching(index, caller, new TextQuery(required, excluded), Filter.NONE, Sort.NEWEST);
    }

    Searching where(Filter narrow) {
        return new Searching(index, caller, query, narrow, sort);
    }

    Searching best() {
        return new Searching(index, caller, query, filter, Sort.BEST);
    }

    Results page(int limit, int countTo, @Nullable Place after) {
        return index.search(new Search(caller, query, filter, sort, after, new Bounds(limit, countTo, TIMEOUT)));
    }

    Results page(int limit) {
        return page(limit, 1000, null);
    }

    /** All of them, page by page. */
    List<Hit> all(int limit) {
        var hits = new ArrayList<Hit>();
        var page = page(limit);
        hits.addAll(page.hits());
        while (page.more()) {
            page = page(limit, 1000, page.hits().getLast().place());
            hits.addAll(page.hits());
        }
        return hits;
    }

    List<String> texts() {
        return texts(page(100));
    }

    static List<String> texts(Results results) {
        return results.hits().stream().map(hit -> hit.message().content()).toList();
    }
}
