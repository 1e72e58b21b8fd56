package dev.parley.persistence.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pushes to mailboxes.
 *
 * @param deadline after which a push is given up and a resync is owed instead; Redis never holds up the writer longer
 * @param resyncInterval how often the telling of an owed resync is tried
 * @param groupReceiptInterval within which the receipts of one member of a group are pushed once
 * @param groupReceiptMembers members whose receipts are paced at once, for each writer thread; beyond them receipts are
 *     pushed as they come
 * @param mailboxLength entries that a mailbox keeps: a gateway that falls further behind has to sync
 */
@ConfigurationProperties("parley.delivery")
public record DeliverySettings(
        @DefaultValue("500ms") Duration deadline,
        @DefaultValue("500ms") Duration resyncInterval,
        @DefaultValue("1s") Duration groupReceiptInterval,
        @DefaultValue("10000") int groupReceiptMembers,
        @DefaultValue("4096") int mailboxLength) {}
