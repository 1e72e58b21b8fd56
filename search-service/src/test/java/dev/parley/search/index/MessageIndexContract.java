package dev.parley.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.text.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine does with what is written to it: the newest state of everything, and who may see it. */
public abstract class MessageIndexContract {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final UserId EVE = new UserId("eve O'Neil \\ 🦊");

    private final Chat chat = Chat.named("first");

    private IndexCatalog catalog;
    private MessageIndex index;

    protected abstract IndexUnderTest engine();

    @BeforeEach
    void empty() {
        catalog = engine().emptied();
        index = catalog.open(catalog.create(new TextRules(TextRules.CURRENT, null)));
    }

    @Test
    void startsWithNothing() {
        assertThat(index.positions()).isEmpty();
        assertThat(index.size().messages()).isZero();
        assertThat(Searching.words(index, ANN, "fox").page(20)).isEqualTo(
                new Results(List.of(), false, new Results.Total(0, true)));
    }

    @Test
    void findsWhatWasJustWrittenOnEveryInstance() {
        apply(chat.founder(ANN), chat.says(ANN, "the fox"));

        assertThat(found(ANN, "fox")).containsExactly("the fox");
        var other = engine().another().open(catalog.generations().getFirst());
        assertThat(Searching.words(other, ANN, "fox").texts()).containsExactly("the fox");
    }

    @Test
    void givesBackTheMessageAsItWasWritten() {
        var plain = chat.says(ANN, "fox one").message();
        var rich = new IndexedMessage(
                chat.id(),
                new MessageId(UUID.fromString("00000000-0000-4000-8000-00000000000f")),
                7,
                9,
                EVE,
                "fox \"two\"\n\\ ' \t🦊 日本",
                plain.messageId(),
                Instant.parse("2026-02-03T04:05:06.789Z"),
                Instant.parse("2026-02-03T04:05:07.001Z"));
        apply(
                chat.founder(ANN),
                new Shown(plain, Chat.analyzed("fox one")),
                new Shown(rich, Chat.analyzed("fox two")));

        var hits = Searching.words(index, ANN, "fox").page(20).hits();

        assertThat(hits).extracting(Results.Hit::message).containsExactly(rich, plain);
        assertThat(hits.getFirst().place()).isEqualTo(new Place(0, rich.sentAt(), chat.id(), 7));
    }

    @Test
    void showsNothingToWhoIsNotInTheConversation() {
        apply(chat.founder(ANN), chat.founder(BOB), chat.says(ANN, "fox"));

        assertThat(found(BOB, "fox")).hasSize(1);
        assertThat(Searching.words(index, EVE, "fox").page(20).total()).isEqualTo(new Results.Total(0, true));
        assertThat(found(EVE, "fox")).isEmpty();
    }

    @Test
    void showsALateJoinerWhatCameAfter() {
        apply(chat.founder(ANN), chat.says(ANN, "fox before"), chat.joins(BOB), chat.says(ANN, "fox after"));

        assertThat(found(ANN, "fox")).containsExactly("fox after", "fox before");
        assertThat(found(BOB, "fox")).containsExactly("fox after");
    }

    @Test
    void hidesWhatLiesBeforeTheirJoiningFromSendersToo() {
        apply(chat.says(BOB, "fox mine"), chat.leaves(BOB), chat.joins(BOB));

        assertThat(found(BOB, "fox")).isEmpty();
    }

    @Test
    void hidesOldMessagesThatWereEditedAfterTheJoining() {
        var old = chat.says(ANN, "fox old");
        apply(chat.founder(ANN), old, chat.joins(BOB), chat.edits(old, "fox new"));

        assertThat(found(ANN, "fox")).containsExactly("fox new");
        assertThat(found(BOB, "fox")).isEmpty();
    }

    @Test
    void showsNothingToWhoHasLeft() {
        apply(chat.founder(ANN), chat.founder(BOB), chat.says(ANN, "fox"));
        apply(chat.leaves(BOB));

        assertThat(found(BOB, "fox")).isEmpty();
        assertThat(found(ANN, "fox")).hasSize(1);
    }

    @Test
    void showsWhoComesBackOnlyWhatFollows() {
        apply(chat.founder(BOB), chat.says(ANN, "fox first"), chat.leaves(BOB), chat.says(ANN, "fox second"));
        apply(chat.joins(BOB), chat.says(ANN, "fox third"));

        assertThat(found(BOB, "fox")).containsExactly("fox third");
    }

    @Test
    void findsAnEditedMessageByItsNewTextOnly() {
        var message = chat.says(ANN, "quick fox");
        apply(chat.founder(ANN), message);
        apply(chat.edits(message, "lazy fox"));

        assertThat(found(ANN, "quick")).isEmpty();
        assertThat(found(ANN, "lazy")).containsExactly("lazy fox");
        assertThat(index.size().messages()).isEqualTo(1);
    }

    @Test
    void findsADeletedMessageNoMore() {
        var message = chat.says(ANN, "fox");
        apply(chat.founder(ANN), message);
        apply(chat.deletes(message));

        assertThat(found(ANN, "fox")).isEmpty();
        assertThat(index.size().messages()).isZero();
    }

    @Test
    void keepsADeletedMessageFromComingBack() {
        var message = chat.says(ANN, "fox");
        var edit = chat.edits(message, "fox again");
        apply(chat.founder(ANN), chat.deletes(message));
        apply(message, edit);

        assertThat(found(ANN, "fox")).isEmpty();
    }

    @Test
    void keepsWhoHasLeftFromComingBackByAnOldRecord() {
        var joined = chat.joins(BOB);
        apply(chat.founder(ANN), chat.says(ANN, "fox"), chat.leaves(BOB));
        apply(joined);

        assertThat(found(BOB, "fox")).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoWithTheSameSeq() {
        var message = chat.says(ANN, "fox");
        var other = new Shown(message.message(), Chat.analyzed("wolf"));
        apply(chat.founder(ANN), message, other);
        apply(other);

        assertThat(found(ANN, "fox")).hasSize(1);
        assertThat(found(ANN, "wolf")).isEmpty();
    }

    @Test
    void takesSeveralChangesOfOneEntityInABatchInAnyOrder() {
        var message = chat.says(ANN, "one");
        var second = chat.edits(message, "two");
        var third = chat.edits(message, "three");
        apply(third, message, chat.founder(ANN), second);

        assertThat(found(ANN, "three")).containsExactly("three");
        assertThat(found(ANN, "one")).isEmpty();
        assertThat(found(ANN, "two")).isEmpty();
    }

    @Test
    void comesToTheSameWhateverTheOrderAndHoweverOften() {
        var message = chat.says(ANN, "fox one");
        var gone = chat.says(ANN, "fox two");
        var changes = new ArrayList<Change>(List.of(
                chat.founder(ANN), chat.founder(BOB), message, gone, chat.edits(message, "fox edited"),
                chat.deletes(gone), chat.leaves(BOB), chat.says(ANN, "fox unseen"), chat.joins(BOB),
                chat.says(ANN, "fox seen")));
        for (var seed = 0; seed < 5; seed++) {
            Collections.shuffle(changes, new Random(seed));
            changes.forEach(this::apply);
        }

        assertThat(found(ANN, "fox")).containsExactly("fox seen", "fox unseen", "fox edited");
        assertThat(found(BOB, "fox")).containsExactly("fox seen");
    }

    @Test
    void keepsTheGreatestPositions() {
        index.apply(new Batch(List.of(), Map.of(0, 5L, 1, 9L)));
        index.apply(new Batch(List.of(), Map.of(0, 3L, 1, 10L, 2, 1L)));

        assertThat(index.positions()).isEqualTo(Map.of(0, 5L, 1, 10L, 2, 1L));
    }

    @Test
    void takesAnEmptyBatch() {
        index.apply(new Batch(List.of(), Map.of()));

        assertThat(index.positions()).isEmpty();
    }

    @Test
    void knowsMessagesApartThatHaveTheSameIdInTwoConversations() {
        var other = Chat.named("second");
        var one = chat.says(ANN, "fox one");
        var message = one.message();
        var two = new Shown(
                new IndexedMessage(
                        other.id(), message.messageId(), 1, 1, ANN, "fox two", null, message.sentAt().minusSeconds(1),
                        null),
                Chat.analyzed("fox two"));
        apply(chat.founder(ANN), other.founder(ANN), one, two);

        assertThat(found(ANN, "fox")).containsExactly("fox one", "fox two");
        apply(other.deletes(two), new Change.Deleted(other.id(), message.messageId(), 99));
        assertThat(found(ANN, "fox")).containsExactly("fox one");
    }

    @Test
    void countsMessagesAndBytes() {
        apply(chat.founder(ANN), chat.says(ANN, "one"), chat.says(ANN, "two"));

        assertThat(index.size().messages()).isEqualTo(2);
        assertThat(index.size().bytes()).isPositive();
    }

    @Test
    void letsTheGreatestSeqWinBetweenWritersAtOnce() throws Exception {
        var other = engine().another().open(catalog.generations().getFirst());
        var messages = new ArrayList<Shown>();
        for (var i = 0; i < 50; i++) {
            messages.add(chat.says(ANN, "fox draft" + i));
        }
        var edits = messages.stream().map(each -> (Change) chat.edits(each, "fox final")).toList();
        apply(chat.founder(ANN));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<?>>();
            for (var round = 0; round < 10; round++) {
                var drafts = new ArrayList<Change>(messages);
                var finals = new ArrayList<>(edits);
                Collections.shuffle(drafts, new Random(round));
                Collections.shuffle(finals, new Random(~round));
                running.add(threads.submit(() -> index.apply(new Batch(drafts, Map.of(0, 50L)))));
                running.add(threads.submit(() -> other.apply(new Batch(finals, Map.of(0, 100L)))));
            }
            for (var each : running) {
                each.get();
            }
        }

        assertThat(found(ANN, "fox")).hasSize(50).containsOnly("fox final");
        assertThat(index.positions()).isEqualTo(Map.of(0, 100L));
    }

    private void apply(Change... changes) {
        index.apply(new Batch(List.of(changes), Map.of()));
    }

    private List<String> found(UserId caller, String words) {
        return Searching.words(index, caller, words).texts();
    }
}
