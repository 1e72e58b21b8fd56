package dev.parley.gateway.mailbox;

import java.util.Locale;

/** Why clients have to sync. */
enum LossReason {

    LEASE_LOST,
    RECONNECTED,
    ROUTES_INCOMPLETE,
    ENTRIES_MISSED,
    ENTRY_UNREADABLE,
    EVENT_UNKNOWN,
    WRITER_ASKED;

    /** As clients and metrics see it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
