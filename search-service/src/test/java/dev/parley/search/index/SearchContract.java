package dev.parley.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.index.Results.Total;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.text.Clause;
import dev.parley.search.text.Clause.Phrase;
import dev.parley.search.text.Clause.Prefix;
import dev.parley.search.text.Clause.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every engine finds, and what it does not. */
public abstract class SearchContract extends SearchedIndex {

    @Test
    void findsMessagesThatHoldAllWords() {
        says("the quick fox", "the lazy dog", "fox and dog");

        assertThat(search("fox").texts()).containsExactly("fox and dog", "the quick fox");
        assertThat(search("dog fox").texts()).containsExactly("fox and dog");
        assertThat(search("fox wolf").texts()).isEmpty();
        assertThat(search("fo").texts()).isEmpty();
    }

    @Test
    void findsPhrases() {
        says("the quick brown fox", "brown quick fox", "quick fox brown", "to be or not to be");

        assertThat(clauses(phrase("quick", "brown")).texts()).containsExactly("the quick brown fox");
        assertThat(clauses(phrase("to", "be", "or", "not", "to", "be")).texts()).hasSize(1);
        assertThat(clauses(phrase("be", "to")).texts()).isEmpty();
        assertThat(clauses(phrase("brown", "fox"), new Word("quick", null)).texts())
                .containsExactly("the quick brown fox");
    }

    @Test
    void leavesOutWhatIsExcluded() {
        says("red fox", "red dog", "red fox cub", "fox red", "red foxes");

        assertThat(without(List.of(new Word("red", null)), new Word("fox", null)).texts())
                .containsExactly("red foxes", "red dog");
        assertThat(without(List.of(new Word("red", null)), phrase("red", "fox")).texts())
                .containsExactly("red foxes", "fox red", "red dog");
        assertThat(without(List.of(new Word("red", null)), new Prefix(List.of(), "fo")).texts())
                .containsExactly("red dog");
        assertThat(without(List.of(new Word("red", null)), new Word("fox", null), new Word("dog", null)).texts())
                .containsExactly("red foxes");
    }

    @Test
    void findsPrefixes() {
        says("foxes run", "a fox", "fo", "of fox", "afox");

        assertThat(clauses(new Prefix(List.of(), "fox")).texts()).containsExactly("of fox", "a fox", "foxes run");
        assertThat(clauses(new Prefix(List.of("of"), "fo")).texts()).containsExactly("of fox");
        assertThat(clauses(new Prefix(List.of("a"), "f"), new Word("fox", null)).texts()).containsExactly("a fox");
    }

    @Test
    void findsByMarksAndTakesNoneForAWordInAPhrase() {
        var shown = Chat.withText(chat.says(ANN, "runs"), List.of("runs"), Set.of("=run"));
        var other = Chat.withText(chat.says(ANN, "running"), List.of("running"), Set.of("=run"));
        apply(shown, other);

        assertThat(clauses(new Word("runs", "=run")).texts()).containsExactly("running", "runs");
        assertThat(clauses(new Word("runs", null)).texts()).containsExactly("runs");
        assertThat(clauses(new Prefix(List.of(), "run")).texts()).containsExactly("running", "runs");
    }

    @Test
    void findsPhrasesOfScriptsWithoutSpaces() {
        apply(
                Chat.withText(chat.says(ANN, "東京都"), List.of("東", "京", "都"), Set.of("2東京", "2京都")),
                Chat.withText(chat.says(ANN, "東都京"), List.of("東", "都", "京"), Set.of("2東都", "2都京")));

        assertThat(clauses(new Phrase(List.of("東", "京"), Set.of("2東京"))).texts()).containsExactly("東京都");
        assertThat(clauses(new Phrase(List.of("京", "都"), Set.of("2京都"))).texts()).containsExactly("東京都");
        assertThat(clauses(new Word("京", null)).texts()).containsExactly("東都京", "東京都");
    }

    @Test
    void takesEveryCharacterInAWord() {
        var odd = List.of(
                "it's", "''", "\\", "a\\'b", "a&b", "x|y", "!z", "(p)", "a:b*", "<->", "\"", "{j}", "a:1,2b", "%_", "*",
                "?", "$1", ":x", "~a/b[c]^", "AND", "OR", "NOT", "🦊", "é", "ﬃ", "\u0001x");
        for (var word : odd) {
            apply(chat.says(ANN, word));
        }

        for (var word : odd) {
            assertThat(search(word).texts()).as(word).containsExactly(word);
            assertThat(clauses(new Prefix(List.of(), word)).texts()).as(word).contains(word);
        }
        apply(chat.says(ANN, String.join(" ", odd)));
        assertThat(clauses(new Phrase(odd, Set.of())).texts()).containsExactly(String.join(" ", odd));
    }

    @Test
    void takesTheLongestWords() {
        var longest = "日".repeat(85);
        apply(chat.says(ANN, longest));

        assertThat(search(longest).texts()).containsExactly(longest);
        assertThat(clauses(new Prefix(List.of(), "日".repeat(84))).texts()).containsExactly(longest);
    }

    @Test
    void takesAMessageWithoutWords() {
        apply(chat.says(ANN, " "), chat.says(ANN, "fox"));

        assertThat(search("fox").texts()).containsExactly("fox");
        assertThat(index.size().messages()).isEqualTo(2);
    }

    @Test
    void findsEachWordOfAMessageOfFullLength() {
        var words = new ArrayList<String>();
        for (var i = 0; i < 2500; i++) {
            words.add(Character.toString(0x4e00 + i));
        }
        apply(Chat.withText(chat.says(ANN, "long"), words, Set.of()));

        assertThat(search(words.getLast()).texts()).containsExactly("long");
        assertThat(clauses(new Phrase(words.subList(2400, 2500), Set.of())).texts()).containsExactly("long");
    }

    @Test
    void narrowsByConversationSenderAndTime() {
        apply(
                chat.says(ANN, "fox one", Chat.START),
                chat.says(BOB, "fox two", Chat.START.plusSeconds(10)),
                second.says(ANN, "fox three", Chat.START.plusSeconds(20)));

        assertThat(where(new Filter(second.id(), null, null, null))).containsExactly("fox three");
        assertThat(where(new Filter(Chat.named("none").id(), null, null, null))).isEmpty();
        assertThat(where(new Filter(null, ANN, null, null))).containsExactly("fox three", "fox one");
        assertThat(where(new Filter(chat.id(), ANN, null, null))).containsExactly("fox one");
        assertThat(where(new Filter(null, null, Chat.START.plusSeconds(10), null)))
                .containsExactly("fox three", "fox two");
        assertThat(where(new Filter(null, null, null, Chat.START.plusSeconds(10)))).containsExactly("fox one");
        assertThat(where(new Filter(null, null, Chat.START.plusMillis(1), Chat.START.plusSeconds(20))))
                .containsExactly("fox two");
    }

    @Test
    void countsOnlyWhatTheFilterLetsThrough() {
        says("fox", "fox", "fox");
        apply(second.says(BOB, "fox"));

        assertThat(search("fox").where(new Filter(null, BOB, null, null)).page(1).total())
                .isEqualTo(new Total(1, true));
    }

    private Searching clauses(Clause... required) {
        return Searching.clauses(index, ANN, List.of(required), List.of());
    }

    private Searching without(List<Clause> required, Clause... excluded) {
        return Searching.clauses(index, ANN, required, List.of(excluded));
    }

    private List<String> where(Filter filter) {
        return search("fox").where(filter).texts();
    }

    private static Phrase phrase(String... words) {
        return new Phrase(List.of(words), Set.of());
    }
}
