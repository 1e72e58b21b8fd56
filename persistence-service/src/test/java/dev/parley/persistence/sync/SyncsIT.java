package dev.parley.persistence.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.engines.testing.Engines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SyncsIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final dev.parley.engines.Database DATABASE = Engines.postgres().createDatabase();

    private static final SyncsUnderTest SYNCS = new SyncsUnderTest(DATABASE);
    private static final Ledger LEDGER = new Ledger(DATABASE);

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final Device device = SYNCS.device(alice);

    @AfterAll
    static void close() {
        LEDGER.close();
        SYNCS.close();
    }

    @Test
    void tellsEachKindOfChangeExactlyOnce() {
        var id = LEDGER.create(alice, bob);
        LEDGER.say(id, alice, "one");
        LEDGER.say(id, bob, "two");
        device.sync(100);
        assertTold("message 1: one", "message 2: two", "conversation " + id);
        assertNothingTold();

        LEDGER.say(id, bob, "three");
        device.sync(100);
        assertTold("message 3: three", "conversation " + id);
        assertNothingTold();

        LEDGER.edit(id, 1, "one, edited");
        LEDGER.delete(id, 2);
        device.sync(100);
        assertTold("message 1: one, edited", "message 2: ", "conversation " + id);
        assertNothingTold();

        LEDGER.read(id, bob, 3);
        device.sync(100);
        assertTold("conversation " + id);
        assertNothingTold();

        LEDGER.rename(id, "another title");
        device.sync(100);
        assertTold("conversation " + id);
        assertThat(device.conversations.values()).singleElement().satisfies(
                held -> assertThat(held.conversation().at("/title").asString()).isEqualTo("another title"));
        assertNothingTold();

        var refused = LEDGER.refuse(id, alice);
        LEDGER.refuse(id, bob);
        device.sync(100);
        assertTold("rejected " + refused);
        assertNothingTold();

        LEDGER.leave(id, alice);
        device.sync(100);
        assertTold("removed " + id);
        LEDGER.say(id, bob, "not for alice");
        assertNothingTold();

        LEDGER.enter(id, alice);
        LEDGER.say(id, bob, "welcome back");
        device.sync(100);
        assertThat(device.told).hasSize(2).contains("conversation " + id)
                .anySatisfy(told -> assertThat(told).endsWith(": welcome back"));
        assertNothingTold();
    }

    @Test
    void missesNothingThatCommitsLateInAnotherPartition() {
        var late = createIn(0);
        var early = createIn(1);
        device.sync(100);
        LEDGER.hold(0);
        LEDGER.say(late, bob, "decided first");
        LEDGER.say(early, bob, "committed first");
        device.sync(100);
        assertTold("message 1: committed first", "conversation " + early);
        LEDGER.release(0);
        device.sync(100);
        assertTold("message 1: decided first", "conversation " + late);
        assertNothingTold();
    }

    @Test
    void tellsOfAnEarlyPageWhatChangedWhileLaterOnesWereRead() {
        var ids = IntStream.range(0, 4).mapToObj(_ -> LEDGER.create(alice, bob)).sorted(SyncsIT::inOrder).toList();
        assertThat(device.page(2).at("/more").asBoolean()).isTrue();
        LEDGER.say(ids.get(0), bob, "behind the page");
        LEDGER.leave(ids.get(1), alice);
        assertThat(device.page(2).at("/more").asBoolean()).isFalse();
        assertTold("conversation " + ids.get(2), "conversation " + ids.get(3));
        device.sync(100);
        assertTold("message 1: behind the page", "conversation " + ids.get(0), "removed " + ids.get(1));
        assertNothingTold();
    }

    @Test
    void pagesRefusalsWithoutLosingOne() {
        var id = LEDGER.create(alice, bob);
        var refused = IntStream.range(0, 230).mapToObj(_ -> LEDGER.refuse(id, alice).toString()).toList();
        var first = device.page(100);
        assertThat(first.at("/rejected").size()).isEqualTo(100);
        assertThat(first.at("/conversations").size()).isZero();
        device.sync(100);
        assertThat(device.rejected).containsExactlyInAnyOrderElementsOf(refused);
        assertThat(device.conversations).hasSize(1);
        assertNothingTold();
    }

    @Test
    void tellsTheNewestAndThatThereWereMore() {
        var id = LEDGER.create(alice, bob);
        IntStream.rangeClosed(1, 25).forEach(number -> LEDGER.say(id, bob, "message " + number));
        LEDGER.edit(id, 1, "edited");
        var first = device.page(100).at("/conversations/0");
        assertThat(first.at("/truncated").asBoolean()).isTrue();
        assertThat(seqs(first)).containsExactlyElementsOf(IntStream.rangeClosed(6, 25).boxed().toList());

        IntStream.rangeClosed(2, 4).forEach(seq -> LEDGER.edit(id, seq, "edited"));
        IntStream.rangeClosed(1, 17).forEach(number -> LEDGER.say(id, bob, "more " + number));
        var next = device.page(100).at("/conversations/0");
        assertThat(next.at("/truncated").asBoolean()).isFalse();
        assertThat(next.at("/messages")).hasSize(20);
        assertThat(seqs(next)).startsWith(2, 3, 4).isNotEqualTo(seqs(first));
        assertAscending(next);

        IntStream.rangeClosed(1, 21).forEach(seq -> LEDGER.edit(id, seq, "edited again"));
        var edited = device.page(100).at("/conversations/0");
        assertThat(edited.at("/truncated").asBoolean()).isTrue();
        assertThat(seqs(edited)).containsExactlyElementsOf(IntStream.rangeClosed(2, 21).boxed().toList());
        assertAscending(edited);
    }

    @Test
    void showsNothingFromBeforeTheJoining() {
        var id = LEDGER.create(bob);
        LEDGER.say(id, bob, "before");
        LEDGER.enter(id, alice);
        LEDGER.say(id, bob, "after");
        device.sync(100);
        assertTold("message 3: after", "conversation " + id);
        LEDGER.edit(id, 1, "before, edited");
        device.sync(100);
        assertTold("conversation " + id);
    }

    @Test
    void keepsPagesWithinTheirSizeWhateverTheContent() {
        var heavy = "\u0001".repeat(5_000);
        var ids = new ArrayList<UUID>();
        for (var conversation = 0; conversation < 4; conversation++) {
            var id = LEDGER.create(alice, bob);
            ids.add(id);
            IntStream.range(0, 12).forEach(_ -> LEDGER.say(id, bob, heavy));
        }
        var pages = 0;
        JsonNode page;
        do {
            page = device.page(100);
            pages++;
            assertThat(JSON.writeValueAsString(page).getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo((int) DataSize.ofKilobytes(256).toBytes());
            assertThat(page.at("/conversations").size()).isEqualTo(1);
            // 30 KB each as JSON: seven beside the conversation's last one, and the newest of them.
            assertThat(page.at("/conversations/0/truncated").asBoolean()).isTrue();
            assertThat(seqs(page.at("/conversations/0"))).endsWith(12).hasSizeBetween(6, 8);
        } while (page.at("/more").asBoolean());
        assertThat(pages).isEqualTo(4);
        assertThat(device.conversations.keySet())
                .containsExactlyInAnyOrderElementsOf(ids.stream().map(UUID::toString).toList());
    }

    @Test
    void beginsAnewWithATokenOfAnotherHistory() {
        var id = LEDGER.create(alice, bob);
        LEDGER.say(id, bob, "hello");
        device.sync(100);
        LEDGER.create(alice);
        var underway = SYNCS.page(alice, null, 1).token();
        SYNCS.jdbc.sql("UPDATE log_history SET id = gen_random_uuid()").update();

        assertThat(SYNCS.page(alice, device.token(), 1).reset()).isTrue();
        assertThat(SYNCS.page(alice, underway, 1).reset()).isTrue();
        var first = device.page(1);
        assertThat(first.at("/reset").asBoolean()).isTrue();
        assertThat(first.at("/more").asBoolean()).isTrue();
        assertThat(device.page(1).at("/reset").asBoolean()).isFalse();
        assertThat(device.conversations).hasSize(2);
        assertNothingTold();
    }

    @Test
    void beginsAnewWithATokenFromBeyondARestoredDatabase() {
        var id = LEDGER.create(alice, bob);
        device.sync(100);
        var partition = Ledger.partition(id);
        SYNCS.jdbc.sql("UPDATE writer_progress SET next_offset = next_offset - 1 WHERE log_partition = ?")
                .param(partition).update();
        assertThat(SYNCS.page(alice, device.token(), 100).reset()).isTrue();
        // The same log makes the same facts: once it has caught up, what the device was told is true again.
        SYNCS.jdbc.sql("UPDATE writer_progress SET next_offset = next_offset + 1 WHERE log_partition = ?")
                .param(partition).update();
        assertThat(SYNCS.page(alice, device.token(), 100).reset()).isFalse();
    }

    @Test
    void showsACallerTheirOwnWithAnyonesToken() {
        var id = LEDGER.create(alice);
        device.sync(100);
        LEDGER.say(id, alice, "to myself");
        LEDGER.refuse(id, alice);
        LEDGER.leave(id, alice);
        var bobs = SYNCS.page(bob, device.token(), 100);
        assertThat(bobs.conversations()).isEmpty();
        assertThat(bobs.removed()).isEmpty();
        assertThat(bobs.rejected()).isEmpty();
    }

    private UUID createIn(int partition) {
        return Stream.generate(() -> LEDGER.create(alice, bob))
                .filter(id -> Ledger.partition(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    private void assertTold(String... told) {
        assertThat(device.told).containsExactlyInAnyOrder(told);
    }

    private void assertNothingTold() {
        device.sync(100);
        assertThat(device.told).isEmpty();
    }

    private static void assertAscending(JsonNode conversation) {
        var changes = new ArrayList<Long>();
        conversation.at("/messages").forEach(message -> changes.add(message.at("/changedSeq").asLong()));
        assertThat(changes).isSorted().doesNotHaveDuplicates();
    }

    private static ArrayList<Integer> seqs(JsonNode conversation) {
        var seqs = new ArrayList<Integer>();
        conversation.at("/messages").forEach(message -> seqs.add(message.at("/seq").asInt()));
        return seqs;
    }

    private static int inOrder(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }
}
