package dev.parley.persistence.sync;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.util.RawValue;

/**
 * One page of a sync.
 *
 * @param conversations each a {@link SyncedConversation}
 * @param removed conversations that the caller is no longer in
 * @param rejected each a {@link RefusalView}
 * @param token for the next call
 * @param more whether the next call is due at once
 * @param reset the token given was of another history: what the client holds is void, and this is a first sync
 */
record SyncAnswer(
        List<RawValue> conversations,
        List<UUID> removed,
        List<RawValue> rejected,
        String token,
        boolean more,
        boolean reset) {}
