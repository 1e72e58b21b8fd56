package dev.parley.persistence.writer;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.persistence.conversation.Outcome;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one partition of a batch has to tell, in order. Of a member's marks only the newest is kept: it says all that
 * the earlier ones said.
 */
final class Outbox {

    /** What a later delivery replaces; facts are never replaced. */
    private sealed interface Slot {

        record Fact(int number) implements Slot {}

        record LatestMark(ConversationId conversationId, UserId userId, MarkMoved.Kind kind) implements Slot {}
    }

    private final Map<Slot, Delivery> deliveries = new LinkedHashMap<>();
    private int facts;

    void add(ConversationId conversationId, Outcome outcome) {
        var delivery = Encoding.delivery(conversationId, outcome);
        if (delivery == null) {
            return;
        }
        var slot = outcome instanceof MarkMoved moved
                ? new Slot.LatestMark(conversationId, moved.member().userId(), moved.kind())
                : new Slot.Fact(facts++);
        // Taken out first, so that a mark stands behind the messages that it is about.
        deliveries.remove(slot);
        deliveries.put(slot, delivery);
    }

    void add(Delivery delivery) {
        deliveries.put(new Slot.Fact(facts++), delivery);
    }

    MailboxEntry toEntry() {
        return MailboxEntry.newBuilder().addAllDeliveries(deliveries.values()).build();
    }
}
