/** A chat in the terminal: one person, one other, lines in and out, with ticks for sent, delivered and read. */
@NullMarked
package dev.parley.load.talk;

import org.jspecify.annotations.NullMarked;
