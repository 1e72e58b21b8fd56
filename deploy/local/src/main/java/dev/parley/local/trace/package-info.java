/**
 * Follows one message through the system, from its record in the log to the index, for an operator who was given an id.
 *
 * <p>It lives here, and not among the clients of {@code deploy/load}, since it looks where no client may: into topics,
 * tables and mailboxes. It only reads, and prints what a message says only where it is asked to.
 */
@NullMarked
package dev.parley.local.trace;

import org.jspecify.annotations.NullMarked;
