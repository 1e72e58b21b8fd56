/** What tests need around a gateway: a running one, clients, the log's other end, a writer's hand in the mailbox. */
@NullMarked
package dev.parley.gateway.testing;

import org.jspecify.annotations.NullMarked;
