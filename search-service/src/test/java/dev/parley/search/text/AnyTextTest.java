package dev.parley.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.SoftAssertions;

class AnyTextTest {

    private final TextAnalyzer analyzer = new TextAnalyzer(new TextRules(1, null));
    private final TextAnalyzer english = new TextAnalyzer(new TextRules(1, "english"));

    @Property
    void isFoundByAnyOfItsWords(@ForAll("texts") String content) {
        for (var word : analyzer.analyze(content).words()) {
            assertThat(analyzer.matches(analyzer.parse(word), content)).as(word).isTrue();
            assertThat(english.matches(english.parse(word), content)).as(word).isTrue();
            assertThat(analyzer.matches(analyzer.parse(word + "*"), content)).as(word + "*").isTrue();
        }
    }

    @Property
    void isFoundByAnyRunOfItsWordsInQuotes(
            @ForAll("texts") String content, @ForAll("places") int first, @ForAll("places") int count) {
        var words = analyzer.analyze(content).words();
        Assume.that(first < words.size());
        var run = words.subList(first, Math.min(first + count + 1, words.size()));

        var query = analyzer.parse('"' + String.join(" ", run) + '"');

        assertThat(analyzer.matches(query, content)).isTrue();
        assertThat(analyzer.analyze(content).marks()).containsAll(marks(query));
    }

    @Property
    void isHighlightedWithinItsBoundsWhereItMatches(@ForAll("texts") String content, @ForAll("places") int which) {
        var words = analyzer.analyze(content).words();
        Assume.that(which < words.size());
        var query = english.parse(words.get(which));

        var ranges = english.highlights(query, content);

        assertThat(ranges).isNotEmpty();
        assertThat(ranges.getLast().end()).isLessThanOrEqualTo(content.codePointCount(0, content.length()));
        for (var index = 1; index < ranges.size(); index++) {
            assertThat(ranges.get(index).start()).isGreaterThan(ranges.get(index - 1).end());
        }
        assertThat(english.matches(query, show(content, ranges.getFirst()))).isTrue();
    }

    @Property
    void isHighlightedJustIfItMatches(@ForAll("texts") String content, @ForAll("queries") String text) {
        var query = parse(english, text)
                .filter(parsed -> parsed.excluded().isEmpty() && parsed.required().size() == 1);
        Assume.that(query.isPresent());

        assertThat(english.highlights(query.get(), content).isEmpty())
                .isEqualTo(!english.matches(query.get(), content));
    }

    @Property
    void staysAsItIsWhenFoldedAgain(@ForAll("texts") String content) {
        var folded = Folding.fold(content).toString();

        assertThat(Folding.fold(folded).toString()).isEqualTo(folded);
    }

    @Property
    void keepsWordsAndMarksWithinTheirBounds(@ForAll("texts") String content) {
        var text = english.analyze(content);

        assertThat(text.words()).allMatch(AnyTextTest::isSound);
        assertThat(text.marks()).allMatch(AnyTextTest::isSound);
        assertThat(Collections.disjoint(text.marks(), text.words())).isTrue();
    }

    @Property
    void isReadAsABoundedQueryOrRefused(@ForAll("queries") String text) {
        parse(analyzer, text).ifPresent(query -> assertThat(query.required().size() + query.excluded().size())
                .isBetween(1, QueryParser.MOST_CLAUSES));
    }

    @Property
    void findsItself(@ForAll("texts") String text) {
        var plain = text.replace('-', ' ').replace('*', ' ');

        parse(english, plain).ifPresent(query -> assertThat(english.matches(query, plain)).isTrue());
    }

    @Example
    void readsEveryCharacterTheSameAgainAndInEveryNormalForm() {
        var soft = new SoftAssertions();
        for (var codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (!Character.isDefined(codePoint) || Scripts.needsDictionary(codePoint)) {
                continue;
            }
            var text = "a " + Character.toString(codePoint);
            var words = analyzer.analyze(text).words();
            soft.assertThat(analyzer.analyze(String.join(" ", words)).words()).as("U+%X", codePoint).isEqualTo(words);
            soft.assertThat(analyzer.analyze(Normalizer.normalize(text, Normalizer.Form.NFD)).words())
                    .as("U+%X", codePoint)
                    .isEqualTo(words);
        }
        soft.assertAll();
    }

    @Provide
    Arbitrary<String> texts() {
        var known = List.of(
                "a", "B", "é", "e\u0301", "ß", "İ", "ı", "ﬁ", "s", "t", "n", "don't", "O'Brien", "l’amour", "it's", "Σ",
                "ς", "ё", "й", "и\u0306", "'", "’", "´", "`", "-", "_", ".", ",", ":", "@", "#", "/", "·", "\"", "*",
                " ",
                " ", " ", "\n", "\u3000", "1", "000", "12", "½", "٣", "של", "״", "م", "\u064e", "ـ", "ﷺ", "क", "\u094d",
                "ज\u093c", "東", "京", "か", "\u3099", "ｶ", "ﾞ", "ー", "한", "\u1112\u1161", "👍", "🏽", "\u200d", "\u200b",
                "👩",
                "🇩",
                "🇪", "❤", "\ufe0f", "𝒜", "𠀋", "\ud800", "\udc00", "\0", "\u00ad", "\u0301", "x".repeat(150));
        var joined = Arbitraries.of(known).list().ofMaxSize(30).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(joined, Arbitraries.strings().all().ofMaxLength(60))
                .filter(text -> text.codePoints().noneMatch(Scripts::needsDictionary));
    }

    @Provide
    Arbitrary<String> queries() {
        var signs = Arbitraries.of("\"", "-", "*", " ", "“", "a", "b ", "don't ", "e\u0301", "京", "1", "new-yor");
        return Arbitraries.oneOf(
                texts(), signs.list().ofMaxSize(40).map(parts -> String.join("", parts)),
                texts().map(text -> text + "*"));
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 8);
    }

    private static Optional<TextQuery> parse(TextAnalyzer analyzer, String text) {
        try {
            return Optional.of(analyzer.parse(text));
        } catch (UnusableQuery unusable) {
            assertThat(unusable).hasMessageStartingWith("query: ");
            return Optional.empty();
        }
    }

    private static List<String> marks(TextQuery query) {
        return query.required().stream()
                .flatMap(clause -> clause instanceof Clause.Phrase phrase ? phrase.marks().stream() : null)
                .collect(Collectors.toList());
    }

    private static boolean isSound(String word) {
        return !word.isEmpty()
                && word.getBytes(StandardCharsets.UTF_8).length <= 255
                && word.codePoints().noneMatch(c -> c == 0 || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static String show(String content, Range range) {
        var codePoints = content.codePoints().toArray();
        return IntStream.range(range.start(), range.end())
                .mapToObj(index -> Character.toString(codePoints[index]))
                .collect(Collectors.joining());
    }
}
