package dev.parley.persistence.delivery;

import com.google.protobuf.ByteString;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Mark;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Receipts of a member in a group, pushed at once and then at most once in an interval: what comes in between is held,
 * the newest of each kind of mark, and pushed at its end. A crash, or giving up, costs the receipts of one interval:
 * marks only move forward, so the member's next one, or a sync, says all that was lost. Not for use by two threads.
 */
final class ReceiptPace {

    private record Who(ByteString conversationId, String userId) {}

    private record Told(long at, Map<Mark, Delivery> held) {

        Told(long at) {
            this(at, new EnumMap<>(Mark.class));
        }
    }

    private final InstantSource clock;
    private final Duration interval;
    private final int maxMembers;
    /** In the order in which they were told last. */
    private final Map<Who, Told> members = new LinkedHashMap<>();

    /** @param maxMembers who are paced at once; with more, those who come on top are told at once, every time */
    ReceiptPace(InstantSource clock, Duration interval, int maxMembers) {
        this.clock = clock;
        this.interval = interval;
        this.maxMembers = maxMembers;
    }

    /** Those of the deliveries that are to be pushed now. */
    List<Delivery> admit(List<Delivery> deliveries, Predicate<ConversationId> isGroup) {
        var now = clock.millis();
        var admitted = new ArrayList<Delivery>(deliveries.size());
        for (var delivery : deliveries) {
            if (delivery.hasReceipt()
                    && isGroup.test(ConversationId.ofBytes(delivery.getReceipt().getConversationId()))) {
                if (isTurn(delivery, now)) {
                    admitted.add(delivery);
                }
            } else {
                if (delivery.getEvent().hasParticipantRemoved()) {
                    forget(delivery);
                }
                admitted.add(delivery);
            }
        }
        return admitted;
    }

    /** What was held and is to be pushed now. */
    List<Delivery> due() {
        var now = clock.millis();
        var due = new ArrayList<Delivery>();
        var toldNow = new ArrayList<Who>();
        for (var oldest = members.entrySet().iterator(); oldest.hasNext();) {
            var member = oldest.next();
            if (!isOver(member.getValue(), now)) {
                break;
            }
            if (!member.getValue().held().isEmpty()) {
                due.addAll(member.getValue().held().values());
                toldNow.add(member.getKey());
            }
            oldest.remove();
        }
        toldNow.forEach(who -> members.put(who, new Told(now)));
        return due;
    }

    private boolean isTurn(Delivery delivery, long now) {
        var receipt = delivery.getReceipt();
        var who = new Who(receipt.getConversationId(), receipt.getUserId());
        var told = members.get(who);
        if (told == null && members.size() >= maxMembers) {
            return true;
        }
        // Both marks of a batch are one moment.
        if (told != null && told.at() == now) {
            return true;
        }
        if (told == null || told.held().isEmpty() && isOver(told, now)) {
            members.remove(who);
            members.put(who, new Told(now));
            return true;
        }
        told.held().merge(receipt.getMoved(), delivery, Receipts::replacing);
        return false;
    }

    private boolean isOver(Told told, long now) {
        return now - told.at() >= interval.toMillis();
    }

    /** Who is out hears of no mark any more, and nobody of theirs. */
    private void forget(Delivery removal) {
        var conversationId = removal.getEvent().getConversationId();
        var userId = removal.getEvent().getParticipantRemoved().getUserId();
        members.remove(new Who(conversationId, userId));
        members.forEach((who, told) -> {
            if (who.conversationId().equals(conversationId)) {
                told.held().replaceAll((_, held) -> Receipts.without(userId, held));
                told.held().values().removeIf(held -> held.getRecipientsCount() == 0);
            }
        });
    }
}
