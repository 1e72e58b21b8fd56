/**
 * Pushing what was committed to the mailboxes of the gateways that hold its recipients: one pipelined round trip for
 * routes, one for appends. A push that is given up is owed as one "sync anew" to every gateway.
 */
@NullMarked
package dev.parley.persistence.delivery;

import org.jspecify.annotations.NullMarked;
