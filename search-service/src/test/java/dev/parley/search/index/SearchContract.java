package dev.parley.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.search.index.Results.Hit;
import dev.parley.search.index.Results.Total;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.text.Clause;
import dev.parley.search.text.Clause.Phrase;
import dev.parley.search.text.Clause.Prefix;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine finds, in which order, and page by page. */
public abstract class SearchContract {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");

    private final Chat chat = Chat.named("first");
    private final Chat second = Chat.named("second");

    private MessageIndex index;

    protected abstract IndexUnderTest engine();

    @BeforeEach
    void empty() {
        var catalog = engine().emptied();
        index = catalog.open(catalog.create(new TextRules(TextRules.CURRENT, null)));
        apply(chat.founder(ANN), second.founder(ANN));
    }

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

    @Test
    void putsTheNewestFirstAndKnowsEqualsApart() {
        var at = Chat.START.plusSeconds(5);
        var chats = new ArrayList<>(List.of(chat, second));
        chats.sort((a, b) -> b.id().compareTo(a.id()));
        for (var each : chats) {
            apply(each.says(ANN, "fox 1 " + each.id(), at), each.says(ANN, "fox 2 " + each.id(), at));
        }
        apply(chats.getLast().says(ANN, "fox newer", at.plusMillis(1)));

        assertThat(search("fox").all(1).stream().map(hit -> hit.message().content())).containsExactly(
                "fox newer",
                "fox 2 " + chats.getFirst().id(),
                "fox 1 " + chats.getFirst().id(),
                "fox 2 " + chats.getLast().id(),
                "fox 1 " + chats.getLast().id());
    }

    @Test
    void putsMessagesThatHoldTheWordsAsOnePhraseBeforeAllOthers() {
        says("be to or not", "to to to be be be or or not not", "whether it is to be or not that i will never know");
        says("to be or something that is not");

        var texts = search("to be or not").best().texts();

        assertThat(texts).hasSize(4);
        assertThat(texts.getFirst()).isEqualTo("whether it is to be or not that i will never know");
    }

    @Test
    void putsDenserTextsFirst() {
        says("fox", "a fox in a field of many other animals", "fox fox fox");

        assertThat(search("fox").best().texts().getLast()).isEqualTo("a fox in a field of many other animals");
    }

    @Test
    void scoresByTheTextAloneSoThatEqualsComeNewestFirst() {
        says("red fox", "red fox", "fox");
        apply(second.says(ANN, "red fox"));
        for (var i = 0; i < 30; i++) {
            apply(second.says(ANN, "fox " + "other ".repeat(i)));
        }
        var hits = search("red fox").best().page(10).hits();

        assertThat(hits).hasSize(3);
        assertThat(hits.stream().map(hit -> hit.place().score()).distinct()).hasSize(1);
        assertThat(hits).extracting(Hit::message).isSortedAccordingTo(
                (a, b) -> b.sentAt().equals(a.sentAt())
                        ? b.conversationId().compareTo(a.conversationId())
                        : b.sentAt().compareTo(a.sentAt()));
    }

    @Test
    void goesThroughAllPagesWithoutGapOrRepeat() {
        for (var i = 0; i < 25; i++) {
            apply(chat.says(ANN, "fox " + "word ".repeat(i % 4) + i), second.says(ANN, "a fox " + i));
        }

        for (var searching : List.of(search("fox"), search("fox").best())) {
            var whole = texts(searching.all(100));
            assertThat(whole).hasSize(50).doesNotHaveDuplicates();
            assertThat(texts(searching.all(7))).isEqualTo(whole);
            assertThat(texts(searching.all(50))).isEqualTo(whole);
            assertThat(texts(searching.all(1))).isEqualTo(whole);
        }
    }

    @Test
    void movesNothingOnLaterPagesWhenMessagesArrive() {
        for (var i = 0; i < 10; i++) {
            apply(chat.says(ANN, "fox " + i));
        }
        for (var searching : List.of(search("fox"), search("fox").best())) {
            var before = messages(searching.all(100));
            var first = searching.page(4).hits();
            apply(chat.says(ANN, "fox fox"), second.says(ANN, "fox fox"));
            var seen = messages(first);
            seen.addAll(messages(
                    searching.page(100, 1000, first.getLast().place()).hits()));

            assertThat(seen).containsAll(before).doesNotHaveDuplicates();
            assertThat(seen.subList(0, 4)).isEqualTo(before.subList(0, 4));
        }
    }

    @Test
    void tellsOfAnotherPageOnlyWhereThereIsOne() {
        says("fox 1", "fox 2", "fox 3");

        assertThat(search("fox").page(2).more()).isTrue();
        assertThat(search("fox").page(3).more()).isFalse();
        var end = search("fox").page(3).hits().getLast().place();
        assertThat(search("fox").page(3, 1000, end)).isEqualTo(new Results(List.of(), false, new Total(3, true)));
    }

    @Test
    void countsExactlyUpToTheBoundAndOnEveryPageTheSame() {
        for (var i = 0; i < 5; i++) {
            says("fox " + i);
        }

        for (var searching : List.of(search("fox"), search("fox").best())) {
            assertThat(searching.page(2, 6, null).total()).isEqualTo(new Total(5, true));
            assertThat(searching.page(2, 5, null).total()).isEqualTo(new Total(5, true));
            assertThat(searching.page(2, 4, null).total()).isEqualTo(new Total(4, false));
            var place = searching.page(2).hits().getLast().place();
            assertThat(searching.page(2, 100, place).total()).isEqualTo(new Total(5, true));
        }
    }

    private void says(String... texts) {
        for (var text : texts) {
            apply(chat.says(ANN, text));
        }
    }

    private void apply(Change... changes) {
        index.apply(new Batch(List.of(changes), Map.of()));
    }

    private Searching search(String words) {
        return Searching.words(index, ANN, words);
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

    private static List<IndexedMessage> messages(List<Hit> hits) {
        return new ArrayList<>(hits.stream().map(Hit::message).toList());
    }

    private static List<String> texts(List<Hit> hits) {
        return hits.stream().map(hit -> hit.message().content()).toList();
    }
}
