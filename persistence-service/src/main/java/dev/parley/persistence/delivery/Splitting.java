package dev.parley.persistence.delivery;

import dev.parley.contracts.Limits;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.MailboxEntry;
import java.util.ArrayList;
import java.util.List;

/** Deliveries into entries of a bounded size, in order. */
final class Splitting {

    private Splitting() {}

    static List<byte[]> entries(List<Delivery> deliveries) {
        var entries = new ArrayList<byte[]>();
        var entry = MailboxEntry.newBuilder();
        var bytes = 0;
        for (var delivery : deliveries) {
            var size = delivery.getSerializedSize();
            if (bytes > 0 && bytes + size > Limits.MAILBOX_ENTRY_BYTES) {
                entries.add(entry.build().toByteArray());
                entry = MailboxEntry.newBuilder();
                bytes = 0;
            }
            entry.addDeliveries(delivery);
            bytes += size;
        }
        if (bytes > 0) {
            entries.add(entry.build().toByteArray());
        }
        return entries;
    }
}
