package dev.parley.search.index;

import dev.parley.contracts.UserId;
import dev.parley.search.text.TextRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** An index with two conversations of ann's, empty before each test. */
abstract class SearchedIndex {

    static final UserId ANN = new UserId("ann");
    static final UserId BOB = new UserId("bob");

    final Chat chat = Chat.named("first");
    final Chat second = Chat.named("second");

    MessageIndex index;

    protected abstract IndexUnderTest engine();

    @BeforeEach
    void empty() {
        var catalog = engine().emptied();
        index = catalog.open(catalog.create(new TextRules(TextRules.CURRENT, null)));
        apply(chat.founder(ANN), second.founder(ANN));
    }

    void says(String... texts) {
        for (var text : texts) {
            apply(chat.says(ANN, text));
        }
    }

    void apply(Change... changes) {
        index.apply(new Batch(List.of(changes), Map.of()));
    }

    Searching search(String words) {
        return Searching.words(index, ANN, words);
    }
}
