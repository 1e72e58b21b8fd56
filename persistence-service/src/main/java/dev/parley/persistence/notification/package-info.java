/**
 * Telling the operator's push sender of messages that nobody has seen: one notification for each member whose devices
 * do not have a message a while after it was stored, at once where they are not connected.
 */
@NullMarked
package dev.parley.persistence.notification;

import org.jspecify.annotations.NullMarked;
