/** From a poll of {@code chat.commands} to one transaction, and from its commit to what is published. */
@NullMarked
package dev.parley.persistence.writer;

import org.jspecify.annotations.NullMarked;
