/**
 * What the services agree on: topics and the partition of a conversation, the shapes of records and mailbox entries,
 * ids, error codes and limits. Plain Java and Protobuf, so that any service, tool or test can depend on it.
 */
@NullMarked
package dev.parley.contracts;

import org.jspecify.annotations.NullMarked;
