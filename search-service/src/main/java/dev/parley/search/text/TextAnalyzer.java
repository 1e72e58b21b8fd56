package dev.parley.search.text;

import java.util.List;

/**
 * Reads texts and queries by the same rules, those of version 1.
 *
 * <p>For use by any number of threads: whatever has a state is made for each call, and most calls need nothing that
 * has one. A pool, or a copy per thread, would pay for the dictionaries' iterators alone, and virtual threads would
 * make one copy per request of the latter.
 */
public final class TextAnalyzer {

    private final Marks marks;

    /** @throws IllegalArgumentException if the rules are of another version, or of an unknown stemmer */
    public TextAnalyzer(TextRules rules) {
        if (rules.version() != TextRules.CURRENT) {
            throw new IllegalArgumentException(
                    "text rules: version " + rules.version() + " (expected: " + TextRules.CURRENT + ")");
        }
        this.marks = new Marks(new Stemmer(rules.stemmer()));
    }

    public AnalyzedText analyze(String content) {
        var words = words(content);
        return new AnalyzedText(words, marks.of(words));
    }

    /**
     * Reads what a user has typed: words, {@code "phrases"}, {@code prefix*}, each {@code -excluded} by a hyphen before
     * it. What the analyzer cuts into several words is a phrase.
     *
     * @throws UnusableQuery if it asks for nothing, or for too much
     */
    public TextQuery parse(String query) {
        return new QueryParser(marks).parse(query);
    }

    /** Where the content shows what was looked for: at most {@value Highlighter#MOST} pieces, in order and disjoint. */
    public List<Range> highlights(TextQuery query, String content) {
        return new Highlighter(marks, WordCutter.cut(content)).highlights(query);
    }

    /** Whether the query finds the content. The engines have to come to the same, by other ways. */
    public boolean matches(TextQuery query, String content) {
        var text = analyze(content);
        return query.required().stream().allMatch(clause -> holds(text, clause))
                && query.excluded().stream().noneMatch(clause -> holds(text, clause));
    }

    private static boolean holds(AnalyzedText text, Clause clause) {
        return switch (clause) {
            case Clause.Word word ->
                word.stem() == null
                        ? text.words().contains(word.word())
                        : text.marks().contains(word.stem());
            case Clause.Phrase phrase -> holdsPhrase(text.words(), phrase.words());
            case Clause.Prefix prefix -> holdsPrefix(text.words(), prefix);
        };
    }

    private static boolean holdsPhrase(List<String> words, List<String> phrase) {
        for (var start = 0; start + phrase.size() <= words.size(); start++) {
            if (words.subList(start, start + phrase.size()).equals(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsPrefix(List<String> words, Clause.Prefix prefix) {
        var before = prefix.before();
        for (var position = before.size(); position < words.size(); position++) {
            if (words.get(position).startsWith(prefix.prefix())
                    && words.subList(position - before.size(), position).equals(before)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String content) {
        return WordCutter.cut(content).stream().map(Token::word).toList();
    }
}
