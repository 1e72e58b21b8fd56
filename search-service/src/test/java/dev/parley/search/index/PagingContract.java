package dev.parley.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.index.Results.Hit;
import dev.parley.search.index.Results.Total;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order every engine gives its hits, page by page, and how many there are of them. */
public abstract class PagingContract extends SearchedIndex {

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

    private static List<IndexedMessage> messages(List<Hit> hits) {
        return new ArrayList<>(hits.stream().map(Hit::message).toList());
    }

    private static List<String> texts(List<Hit> hits) {
        return hits.stream().map(hit -> hit.message().content()).toList();
    }
}
