package dev.parley.persistence.delivery;

import dev.parley.contracts.wire.Delivery;
import java.util.LinkedHashSet;

/** Receipts of one member and mark: the newest says all, to all who were to hear of any of them. */
public final class Receipts {

    private Receipts() {}

    public static Delivery replacing(Delivery earlier, Delivery later) {
        var recipients = new LinkedHashSet<>(later.getRecipientsList());
        return recipients.addAll(earlier.getRecipientsList())
                ? later.toBuilder().clearRecipients().addAllRecipients(recipients).build()
                : later;
    }

    static Delivery without(String userId, Delivery delivery) {
        var left = delivery.getRecipientsList().stream().filter(recipient -> !recipient.equals(userId)).toList();
        return left.size() == delivery.getRecipientsCount()
                ? delivery
                : delivery.toBuilder().clearRecipients().addAllRecipients(left).build();
    }
}
