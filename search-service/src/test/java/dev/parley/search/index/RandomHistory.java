package dev.parley.search.index;

import dev.parley.contracts.UserId;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.text.TextAnalyzer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What may happen in a few conversations, and what may be asked about it, from few words, so that much is found. */
final class RandomHistory {

    static final List<UserId> USERS = List.of(new UserId("ann"), new UserId("bob"), new UserId("eve"));

    private static final List<String> WORDS = List.of(
            "fox", "foxes", "Fox's", "running", "run", "naïve", "to", "be", "or", "not", "東京", "京都", "東京都", "a_b",
            "ann@example.org", "2.5", "don't", "🦊", "e", "éé", "C++", "to");

    private final Random random;
    private final TextAnalyzer analyzer;
    private final List<Chat> chats = List.of(Chat.named("1"), Chat.named("2"), Chat.named("3"));
    private final List<List<Shown>> said = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    RandomHistory(Random random, TextAnalyzer analyzer) {
        this.random = random;
        this.analyzer = analyzer;
    }

    /** With repeats, and in any order. */
    List<Change> changes(int count) {
        var changes = new ArrayList<Change>();
        for (var chat : chats) {
            USERS.stream().filter(_ -> random.nextInt(3) > 0).forEach(user -> changes.add(chat.founder(user)));
        }
        for (var i = 0; i < count; i++) {
            var change = change(random.nextInt(chats.size()));
            changes.add(change);
            if (random.nextInt(10) == 0) {
                changes.add(change);
            }
        }
        Collections.shuffle(changes, random);
        return changes;
    }

    String query() {
        var query = new StringBuilder(required());
        while (random.nextInt(2) == 0) {
            query.append(' ').append(random.nextInt(3) == 0 ? "-" : "").append(required());
        }
        return query.toString();
    }

    UserId user() {
        return USERS.get(random.nextInt(USERS.size()));
    }

    Search.Filter filter() {
        return new Search.Filter(
                maybe() ? chats.get(random.nextInt(chats.size())).id() : null,
                maybe() ? user() : null,
                maybe() ? Chat.START.plusSeconds(random.nextInt(20)) : null,
                maybe() ? Chat.START.plusSeconds(20 + random.nextInt(30)) : null);
    }

    private boolean maybe() {
        return random.nextInt(10) == 0;
    }

    private String required() {
        return switch (random.nextInt(5)) {
            case 0 -> '"' + text(2) + '"';
            case 1 -> Character.toString(word().codePointAt(0)) + "*";
            case 2 -> word() + "*";
            default -> word();
        };
    }

    private Change change(int conversation) {
        var chat = chats.get(conversation);
        var before = before(said.get(conversation));
        return switch (random.nextInt(50)) {
            case 0 -> chat.joins(user());
            case 1 -> chat.leaves(user());
            case 2, 3, 4, 5 -> before == null ? says(conversation) : chat.deletes(before);
            case 6, 7, 8, 9, 10, 11, 12 -> before == null ? says(conversation) : analyzed(chat.edits(before, text(6)));
            default -> says(conversation);
        };
    }

    private Shown says(int conversation) {
        var at = Chat.START.plusSeconds(random.nextInt(50));
        var shown = analyzed(chats.get(conversation).says(user(), text(6), at));
        said.get(conversation).add(shown);
        return shown;
    }

    private @Nullable Shown before(List<Shown> shown) {
        return shown.isEmpty() ? null : shown.get(random.nextInt(shown.size()));
    }

    private Shown analyzed(Shown shown) {
        return new Shown(shown.message(), analyzer.analyze(shown.message().content()));
    }

    private String text(int most) {
        var text = new StringBuilder(word());
        for (var i = random.nextInt(most); i > 0; i--) {
            text.append(' ').append(word());
        }
        return text.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
