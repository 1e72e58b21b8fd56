/** What a command does to a conversation: a pure fold, with no I/O, no clock and no randomness. */
@NullMarked
package dev.parley.persistence.conversation;

import org.jspecify.annotations.NullMarked;
