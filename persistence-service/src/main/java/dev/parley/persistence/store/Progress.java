package dev.parley.persistence.store;

import dev.parley.contracts.wire.MailboxEntry;

/**
 * How far a partition of the log has been decided.
 *
 * @param nextOffset the first record that is not decided yet
 * @param outbox what the last batch published; to be published again by whoever takes the partition over
 * @param resyncOwed whether gateways have yet to be told that pushes were given up
 */
public record Progress(int partition, long nextOffset, MailboxEntry outbox, boolean resyncOwed) {}
