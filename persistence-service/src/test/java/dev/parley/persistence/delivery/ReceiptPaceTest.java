package dev.parley.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Mark;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptPaceTest {

    private static final ConversationId GROUP = ConversationId.group(new UserId("ann"), "key");
    private static final ConversationId DIRECT = ConversationId.direct(new UserId("ann"), new UserId("ben"));

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final ReceiptPace pace = new ReceiptPace(() -> now, Duration.ofSeconds(1), 2);

    @Test
    void tellsTheFirstAtOnceAndTheNewestOfTheRestAtTheEndOfTheInterval() {
        assertThat(admit(read(GROUP, "cat", 1, "ann"))).hasSize(1);
        pass(100);
        assertThat(admit(read(GROUP, "cat", 2, "ben"))).isEmpty();
        assertThat(admit(read(GROUP, "cat", 3, "ann"))).isEmpty();
        assertThat(pace.due()).isEmpty();
        pass(900);
        assertThat(pace.due()).singleElement().satisfies(delivery -> {
            assertThat(delivery.getReceipt().getReadSeq()).isEqualTo(3);
            assertThat(delivery.getRecipientsList()).containsExactlyInAnyOrder("ann", "ben");
        });
        pass(500);
        assertThat(admit(read(GROUP, "cat", 4, "ann"))).isEmpty();
        pass(500);
        assertThat(pace.due()).hasSize(1);
        pass(1000);
        assertThat(pace.due()).isEmpty();
        assertThat(admit(read(GROUP, "cat", 5, "ann"))).hasSize(1);
    }

    @Test
    void takesBothMarksOfABatchForOneMoment() {
        assertThat(admit(delivered(GROUP, "cat", 2), read(GROUP, "cat", 1, "ann"))).hasSize(2);
        pass(10);
        assertThat(admit(delivered(GROUP, "cat", 3), read(GROUP, "cat", 3, "ann"))).isEmpty();
        pass(1000);
        assertThat(pace.due()).hasSize(2);
    }

    @Test
    void leavesDirectConversationsAndEventsAlone() {
        for (var seq = 1; seq <= 3; seq++) {
            assertThat(admit(read(DIRECT, "ben", seq, "ann"), event())).hasSize(2);
        }
    }

    @Test
    void tellsNobodyWhoLeft() {
        admit(read(GROUP, "cat", 1, "ann"), read(GROUP, "dan", 1, "ann"));
        pass(10);
        admit(read(GROUP, "cat", 2, "ann"), read(GROUP, "dan", 2, "ben"));
        assertThat(admit(removal("ann"))).hasSize(1);
        assertThat(admit(removal("dan"))).hasSize(1);
        pass(1000);
        assertThat(pace.due()).isEmpty();
    }

    @Test
    void tellsWhatItHasNoRoomToHoldAtOnce() {
        admit(read(GROUP, "cat", 1, "ann"), read(GROUP, "dan", 1, "ann"));
        pass(10);
        assertThat(admit(read(GROUP, "eve", 1, "ann"))).hasSize(1);
        assertThat(admit(read(GROUP, "eve", 2, "ann"))).hasSize(1);
        assertThat(admit(read(GROUP, "dan", 2, "ann"))).isEmpty();
    }

    private List<Delivery> admit(Delivery... deliveries) {
        return pace.admit(List.of(deliveries), GROUP::equals);
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
    }

    private static Delivery read(ConversationId id, String user, long seq, String sender) {
        return receipt(id, Receipt.newBuilder().setUserId(user).setReadSeq(seq).setMoved(Mark.MARK_READ), sender);
    }

    private static Delivery delivered(ConversationId id, String user, long seq) {
        return receipt(
                id, Receipt.newBuilder().setUserId(user).setDeliveredSeq(seq).setMoved(Mark.MARK_DELIVERED), "ann");
    }

    private static Delivery receipt(ConversationId id, Receipt.Builder receipt, String recipient) {
        return Delivery.newBuilder()
                .addRecipients(recipient)
                .setReceipt(receipt.setConversationId(id.toBytes()))
                .build();
    }

    private static Delivery removal(String user) {
        return Delivery.newBuilder()
                .setEvent(Event.newBuilder()
                        .setConversationId(GROUP.toBytes())
                        .setParticipantRemoved(Participant.newBuilder().setUserId(user)))
                .build();
    }

    private static Delivery event() {
        return Delivery.newBuilder().setEvent(Event.newBuilder().setConversationId(GROUP.toBytes())).build();
    }
}
