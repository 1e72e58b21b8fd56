package dev.parley.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes clauses of what a {@link QueryReader} finds in a query. */
final class QueryParser {

    /** Each is a list that an engine has to walk through; people type three or four. */
    static final int MOST_CLAUSES = 32;

    /** In all clauses, and in the sequence. A sentence that is looked for as a whole has fewer, in scripts where each character is one. */
    static final int MOST_WORDS = 256;

    private final Marks marks;
    private final Set<Clause> required = new LinkedHashSet<>();
    private final Set<Clause> excluded = new LinkedHashSet<>();
    private final List<String> sequence = new ArrayList<>();

    QueryParser(Marks marks) {
        this.marks = marks;
    }

    TextQuery parse(String query) {
        var reader = new QueryReader(query);
        for (var part = reader.next(); part != null; part = reader.next()) {
            var words = WordCutter.cut(part.text()).stream().map(Token::word).toList();
            if (!words.isEmpty()) {
                add(clause(part, words), part.isExcluded());
                check();
            }
        }
        if (required.isEmpty()) {
            throw new UnusableQuery(
                    excluded.isEmpty()
                            ? "query: no word in it (expected: at least one word to look for, such as hello)"
                            : "query: only says what must not be found (expected: at least one word to look for, without"
                                    + " a - before it)");
        }
        return new TextQuery(List.copyOf(required), List.copyOf(excluded), sequence);
    }

    private void add(Clause clause, boolean isExcluded) {
        (isExcluded ? excluded : required).add(clause);
        if (clause instanceof Clause.Word word && !isExcluded) {
            sequence.add(word.word());
        }
    }

    private Clause clause(QueryReader.Part part, List<String> words) {
        var last = words.getLast();
        // Where a character is a word, nothing begins with it but itself.
        if (part.isPrefix() && Scripts.isOfWord(last.codePointAt(0))) {
            return new Clause.Prefix(words.subList(0, words.size() - 1), last);
        }
        if (words.size() > 1) {
            return new Clause.Phrase(words, Marks.pairs(words));
        }
        return new Clause.Word(last, part.isQuoted() ? null : marks.stem(last));
    }

    private void check() {
        var clauses = required.size() + excluded.size();
        if (clauses > MOST_CLAUSES) {
            throw new UnusableQuery("query: more than " + MOST_CLAUSES + " words and phrases (expected: at most "
                    + MOST_CLAUSES + "; text in quotes counts as one)");
        }
        var inClauses = Stream.concat(required.stream(), excluded.stream())
                .mapToInt(QueryParser::words)
                .sum();
        var words = Math.max(inClauses, sequence.size());
        if (words > MOST_WORDS) {
            throw new UnusableQuery("query: " + words + " words (expected: at most " + MOST_WORDS + ")");
        }
    }

    private static int words(Clause clause) {
        return switch (clause) {
            case Clause.Word _ -> 1;
            case Clause.Phrase phrase -> phrase.words().size();
            case Clause.Prefix prefix -> prefix.before().size() + 1;
        };
    }
}
