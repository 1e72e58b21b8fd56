package dev.parley.search.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.text.AnalyzedText;
import dev.parley.search.text.Clause;
import dev.parley.search.text.Clause.Phrase;
import dev.parley.search.text.Clause.Prefix;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextQuery;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermQueryTest {

    @Test
    void asksForAllThatIsRequiredAndNoneThatIsExcluded() {
        var query = query(List.of(new Word("red", null), phrase("a", "b")), List.of(new Word("x", null)));

        assertThat(query.matching()).isEqualTo("'red' & ('a' <-> 'b') & !('x')");
        assertThat(query.ranking()).isEqualTo("'red' & ('a' <-> 'b')");
        assertThat(query.asPhrase()).isEqualTo("('red')");
    }

    @Test
    void matchesAStemByItsMarkAndRanksTheWordItselfAsWell() {
        var query = query(List.of(new Word("runs", "=run"), new Word("fast", "=fast")), List.of());

        assertThat(query.matching()).isEqualTo("'=run' & '=fast'");
        assertThat(query.ranking()).isEqualTo("('runs' | '=run') & ('fast' | '=fast')");
        assertThat(query.asPhrase()).isEqualTo("('runs' <-> 'fast')");
    }

    @Test
    void looksForAPhraseByItsMarksToo() {
        var query = query(List.of(new Phrase(List.of("東", "京"), Set.of("+東京"))), List.of());

        assertThat(query.matching()).isEqualTo("('+東京' & ('東' <-> '京'))");
        assertThat(query.asPhrase()).isEmpty();
    }

    @Test
    void asksForPrefixesBehindWords() {
        assertThat(query(List.of(new Prefix(List.of("a", "b"), "c")), List.of()).matching())
                .isEqualTo("('a' <-> 'b' <-> 'c':*)");
    }

    @Test
    void doublesQuotesAndBackslashes() {
        assertThat(query(List.of(new Word("it's\\", null)), List.of()).matching()).isEqualTo("'it''s\\\\'");
        assertThat(TermVector.of(new AnalyzedText(List.of("it's\\", "a", "it's\\"), Set.of("=it"))))
                .isEqualTo("'it''s\\\\':1,3 'a':2 '=it' ");
    }

    private static TermQuery query(List<Clause> required, List<Clause> excluded) {
        return TermQuery.of(new TextQuery(required, excluded));
    }

    private static Phrase phrase(String... words) {
        return new Phrase(List.of(words), Set.of());
    }
}
