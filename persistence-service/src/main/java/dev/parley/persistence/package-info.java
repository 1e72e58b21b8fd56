/**
 * The writer of Parley, and the reader of what it wrote.
 *
 * <p>In: commands from {@code chat.commands}; REST calls with a user's token.
 *
 * <p>Out: rows in PostgreSQL; facts on {@code chat.events} and {@code chat.receipts}; pushes to gateways' mailboxes;
 * dead letters.
 *
 * <p>Promised: each command is decided exactly once and in the order of its partition; a conversation's {@code seq} has
 * no holes; nothing is published or pushed before its transaction has committed, and all that has committed is
 * published.
 */
@NullMarked
package dev.parley.persistence;

import org.jspecify.annotations.NullMarked;
