/**
 * Telling a client what changed since it last asked, by offsets of the log and without clocks: nothing is missed,
 * whatever the order of commits.
 */
@NullMarked
package dev.parley.persistence.sync;

import org.jspecify.annotations.NullMarked;
