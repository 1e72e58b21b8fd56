package dev.parley.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.notification.StoredMessage.Place;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ConversationId CONVERSATION = new ConversationId(UUID.randomUUID());

    private final Waiting waiting = new Waiting();

    @Test
    void holdsOffsetsBackUntilAllBeforeIsDone() {
        var first = message(0, 10, NOON);
        var second = message(0, 11, NOON);
        waiting.add(first);
        waiting.add(second);
        assertThat(waiting.first(0)).hasValue(10);
        waiting.done(List.of(second));
        assertThat(waiting.first(0)).hasValue(10);
        waiting.keep(List.of(first));
        assertThat(waiting.first(0)).hasValue(10);
        waiting.done(List.of(first));
        assertThat(waiting.first(0)).isEmpty();
        assertThat(waiting.size()).isZero();
    }

    @Test
    void givesEachMessageTwoLooks() {
        var early = message(0, 1, NOON);
        var late = message(1, 1, NOON.plusSeconds(5));
        waiting.add(early);
        waiting.add(late);
        assertThat(waiting.fresh(10)).containsExactlyInAnyOrder(early, late);
        assertThat(waiting.storedBy(NOON.plusSeconds(9), 10)).isEmpty();
        waiting.keep(List.of(early, late));
        assertThat(waiting.fresh(10)).isEmpty();
        assertThat(waiting.storedBy(NOON, 10)).containsExactly(early);
        assertThat(waiting.seenOf(Set.of(CONVERSATION))).containsExactlyInAnyOrder(early, late);
        assertThat(waiting.storedBy(NOON.plusSeconds(5), 1)).hasSize(1);
    }

    @Test
    void letsWhatIsOutOfOrderWaitForWhatStandsBeforeIt() {
        var late = message(0, 1, NOON.plusSeconds(5));
        var early = message(0, 2, NOON);
        waiting.keep(List.of(late, early));
        assertThat(waiting.storedBy(NOON, 10)).isEmpty();
        assertThat(waiting.storedBy(NOON.plusSeconds(5), 10)).containsExactly(late, early);
    }

    @Test
    void leavesALostPartitionToItsNextOwner() {
        var other = message(1, 7, NOON);
        waiting.add(message(0, 1, NOON));
        waiting.add(other);
        waiting.forget(0);
        assertThat(waiting.fresh(10)).containsExactly(other);
    }

    private static StoredMessage message(int partition, long offset, Instant storedAt) {
        return new StoredMessage(new Place(partition, offset), CONVERSATION, offset,
                new MessageId(UUID.randomUUID()), new UserId("alice"), storedAt);
    }
}
