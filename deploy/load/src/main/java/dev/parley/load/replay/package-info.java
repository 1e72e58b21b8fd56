/**
 * Plays a corpus of messages through real sockets, in order in each conversation and side by side across them, measures it, and
 * has the history checked.
 */
@NullMarked
package dev.parley.load.replay;

import org.jspecify.annotations.NullMarked;
