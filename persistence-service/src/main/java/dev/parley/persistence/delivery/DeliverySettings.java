package dev.parley.persistence.delivery;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pushes to mailboxes.
 *
 * @param deadline After which a push to mailboxes is given up and a resync is owed instead; Redis never holds up the
 *     writer longer.
 * @param resyncInterval How often the telling of an owed resync is tried.
 * @param reconnectMost The longest pause between two tries to reach Redis again; the first tries come sooner.
 * @param groupReceiptInterval The time within which the receipts of one member of a group are pushed once.
 * @param groupReceiptMembers How many members' receipts are paced at once, for each writer thread; beyond, receipts are
 *     pushed as they come.
 * @param mailboxLength How many entries a mailbox keeps: a gateway that falls further behind has to sync.
 */
@ConfigurationProperties("parley.delivery")
public record DeliverySettings(
        @DefaultValue("500ms") Duration deadline,
        @DefaultValue("500ms") Duration resyncInterval,
        @DefaultValue("1s") Duration reconnectMost,
        @Range(from = 0) @DefaultValue("1s") Duration groupReceiptInterval,
        @Range(from = 0) @DefaultValue("10000") int groupReceiptMembers,
        @DefaultValue("4096") int mailboxLength) {}
