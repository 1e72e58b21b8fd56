package dev.parley.persistence.writer;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.persistence.conversation.Outcome;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import dev.parley.persistence.conversation.Outcome.ParticipantRemoved;
import dev.parley.persistence.delivery.Receipts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one partition of a batch has to tell, in order. Of a member's marks only the newest is kept: it says all that
 * the earlier ones said, to all who were to hear them.
 */
final class Outbox {

    /** What a later delivery replaces; facts are never replaced. */
    private sealed interface Slot {

        record Fact(int number) implements Slot {}

        /** @param departures before it: who was to hear an earlier mark and left hears no later one */
        record LatestMark(ConversationId conversationId, UserId userId, MarkMoved.Kind kind, int departures)
                implements
                    Slot {}
    }

    private final Encoding encoding = new Encoding();
    private final Map<Slot, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<ConversationId, Integer> departures = new HashMap<>();
    private int facts;

    /** @param traceparent of the command; empty where it is not followed */
    void add(ConversationId conversationId, Outcome outcome, String traceparent) {
        var untraced = encoding.delivery(conversationId, outcome);
        if (untraced == null) {
            return;
        }
        var delivery = traceparent.isEmpty() ? untraced : untraced.toBuilder().setTraceparent(traceparent).build();
        switch (outcome) {
            case MarkMoved moved -> addMark(conversationId, moved, delivery);
            case ParticipantRemoved _ -> {
                departures.merge(conversationId, 1, Integer::sum);
                add(delivery);
            }
            default -> add(delivery);
        }
    }

    void add(Delivery delivery) {
        deliveries.put(new Slot.Fact(facts++), delivery);
    }

    MailboxEntry toEntry() {
        return MailboxEntry.newBuilder().addAllDeliveries(deliveries.values()).build();
    }

    private void addMark(ConversationId conversationId, MarkMoved moved, Delivery delivery) {
        var slot = new Slot.LatestMark(
                conversationId, moved.member().userId(), moved.kind(), departures.getOrDefault(conversationId, 0));
        // Taken out first, so that a mark stands behind the messages that it is about.
        var earlier = deliveries.remove(slot);
        deliveries.put(slot, earlier == null ? delivery : Receipts.replacing(earlier, delivery));
    }
}
