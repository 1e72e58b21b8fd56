package dev.parley.search.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private final TextAnalyzer analyzer = new TextAnalyzer(new TextRules(1, null));

    /** Clauses as the query language would write them, once folded. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        Hello WORLD               | hello world
        hello hello HELLO         | hello
        "Hello World"             | "hello world"
        “Hello World” „a b« »c d" | "hello world" "a b" "c d"
        "hello"                   | hello
        "hello world              | "hello world"
        hello"big world"bye       | hello "big world" bye
        a -b -"c d" -e* -f-g      | a -b -"c d" -e* -"f g"
        new-york                  | "new york"
        a - b                     | a b
        a * b " "                 | a b
        --verbose                 | verbose
        hel* new-yor* *a a*b      | hel* "new yor"* a "a b"
        "new yor"* "new yor*"     | "new yor"*
        don't*                    | dont*
        -a b                      | b -a
        don't                     | dont
        new-* new-york-*          | new "new york"
        a　b                      | a b
        """)
    void reads(String query, String clauses) {
        var parsed = analyzer.parse(query);

        assertThat(write(parsed.required(), "") + write(parsed.excluded(), "-")).isEqualTo(clauses + " ");
    }

    @Test
    void givesAPhraseOfCharactersItsPairs() {
        assertThat(analyzer.parse("東京a b").required())
                .containsExactly(
                        new Clause.Phrase(List.of("東", "京", "a"), Set.of("#東京")), new Clause.Word("b", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "*", "\"", "\"\"", "- * \"", "-\"", "…", "\ud800", "\u0301"})
    void refusesWhatHasNoWord(String query) {
        assertThatThrownBy(() -> analyzer.parse(query))
                .isInstanceOf(UnusableQuery.class)
                .hasMessage("query: no word in it (expected: at least one word to look for, such as hello)");
    }

    @Test
    void refusesExclusionsAlone() {
        assertThatThrownBy(() -> analyzer.parse("-a -\"b c\""))
                .isInstanceOf(UnusableQuery.class)
                .hasMessageContaining("only says what must not be found");
    }

    @Test
    void boundsClauses() {
        assertThat(analyzer.parse(words(31) + " -x -x").required()).hasSize(31);
        assertThatThrownBy(() -> analyzer.parse(words(31) + " -x -y"))
                .isInstanceOf(UnusableQuery.class)
                .hasMessageContaining("at most 32");
    }

    @Test
    void boundsWords() {
        assertThat(analyzer.parse('"' + words(256)).required()).hasSize(1);
        assertThatThrownBy(() -> analyzer.parse('"' + words(257)))
                .isInstanceOf(UnusableQuery.class)
                .hasMessage("query: 257 words (expected: at most 256)");
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    private static String write(List<Clause> clauses, String sign) {
        return clauses.stream().map(clause -> sign + write(clause) + " ").collect(Collectors.joining());
    }

    private static String write(Clause clause) {
        return switch (clause) {
            case Clause.Word word -> word.word();
            case Clause.Phrase phrase -> '"' + String.join(" ", phrase.words()) + '"';
            case Clause.Prefix prefix when prefix.before().isEmpty() -> prefix.prefix() + "*";
            case Clause.Prefix prefix -> '"' + String.join(" ", prefix.before()) + " " + prefix.prefix() + "\"*";
        };
    }
}
