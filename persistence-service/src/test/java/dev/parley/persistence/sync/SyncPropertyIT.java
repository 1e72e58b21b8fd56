package dev.parley.persistence.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.engines.testing.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.util.unit.DataSize;

/** Whatever happens between any two pages, and in whatever order partitions commit, a device ends up with what is. */
class SyncPropertyIT {

    private static final dev.parley.engines.Database DATABASE = Engines.postgres().createDatabase();
    private static final SyncsUnderTest SYNCS = new SyncsUnderTest(DATABASE, 1_000, DataSize.ofKilobytes(16));
    private static final Ledger LEDGER = new Ledger(DATABASE);

    @AfterContainer
    static void close() {
        LEDGER.close();
        SYNCS.close();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void endsWithWhatTheDatabaseHolds(@ForAll long seed) {
        var story = new Story(new Random(seed));
        var phone = SYNCS.device(story.alice);
        var laptop = SYNCS.device(story.alice);
        for (var step = 0; step < 120; step++) {
            story.happen();
            if (story.random.nextInt(4) == 0) {
                phone.page(1 + story.random.nextInt(3));
            }
            if (story.random.nextInt(12) == 0) {
                laptop.page(1 + story.random.nextInt(2));
            }
        }
        LEDGER.releaseAll();
        for (var device : List.of(phone, laptop)) {
            // The round that is under way, and the one after it.
            device.sync(2);
            device.sync(2);
            assertThat(state(device)).isEqualTo(story.state());
            assertThat(device.rejected).isEqualTo(new java.util.HashSet<>(story.refused));
            device.sync(2);
            assertThat(device.told).isEmpty();
        }
    }

    /** Of each conversation: head, title, read mark and what its messages say. */
    private static Map<String, String> state(Device device) {
        var state = new TreeMap<String, String>();
        device.conversations.forEach((id, held) -> {
            var messages = new TreeMap<Long, String>();
            held.messages().forEach((seq, message) -> messages.put(
                    seq, message.at("/changedSeq").asLong() + " " + message.at("/content").asString("")));
            var conversation = held.conversation();
            state.put(id, "%d %s %d %s".formatted(conversation.at("/seq").asLong(),
                    conversation.at("/title").asString(), conversation.at("/readSeq").asLong(), messages));
        });
        return state;
    }

    private static final class Story {

        private final Random random;
        private final UserId alice = new UserId("alice-" + UUID.randomUUID());
        private final UserId bob = new UserId("bob-" + UUID.randomUUID());
        private final List<UUID> conversations = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private int number;

        Story(Random random) {
            this.random = random;
        }

        void happen() {
            if (conversations.isEmpty() || random.nextInt(10) == 0) {
                conversations.add(LEDGER.create(alice, bob));
                return;
            }
            var id = conversations.get(random.nextInt(conversations.size()));
            var content = "content " + number++;
            switch (random.nextInt(12)) {
                case 0 -> LEDGER.edit(id, 1 + random.nextInt(8), content);
                case 1 -> LEDGER.delete(id, 1 + random.nextInt(8));
                case 2 -> LEDGER.rename(id, content);
                case 3 -> LEDGER.leave(id, alice);
                case 4 -> LEDGER.enter(id, alice);
                case 5 -> refused.add(LEDGER.refuse(id, alice).toString());
                case 6 -> LEDGER.read(id, alice, 1 + random.nextInt(4));
                case 7 -> LEDGER.hold(random.nextInt(Ledger.PARTITIONS));
                case 8 -> LEDGER.release(random.nextInt(Ledger.PARTITIONS));
                default -> LEDGER.say(id, bob, content + "x".repeat(random.nextInt(400)));
            }
        }

        Map<String, String> state() {
            var state = new TreeMap<String, String>();
            SYNCS.jdbc.sql("""
                SELECT c.conversation_id, c.head_seq, c.title, p.read_seq, p.joined_seq
                FROM participants p JOIN conversations c USING (conversation_id)
                WHERE p.user_id = ? AND p.left_seq IS NULL
                """).param(alice.value()).query(row -> {
                var id = row.getObject("conversation_id", UUID.class);
                state.put(id.toString(), "%d %s %d %s".formatted(row.getLong("head_seq"), row.getString("title"),
                        row.getLong("read_seq"), messages(id, row.getLong("joined_seq"))));
            });
            return state;
        }

        private static Map<Long, String> messages(UUID id, long joinedSeq) {
            var messages = new TreeMap<Long, String>();
            SYNCS.jdbc.sql("""
                SELECT seq, changed_seq, coalesce(content, '') AS content FROM messages
                WHERE conversation_id = ? AND seq > ?
                """).params(id, joinedSeq).query(row -> {
                messages.put(row.getLong("seq"), row.getLong("changed_seq") + " " + row.getString("content"));
            });
            return messages;
        }
    }
}
