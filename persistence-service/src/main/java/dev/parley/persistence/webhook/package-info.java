/**
 * An example of what hangs on {@code chat.notifications}: each notification as one signed HTTP POST to the operator's
 * push service. Needs no database, and is off unless {@code parley.webhook.url} is set.
 */
@NullMarked
package dev.parley.persistence.webhook;

import org.jspecify.annotations.NullMarked;
