/** Tests of the words that log lines are found by. */
@NullMarked
package dev.parley.access.logs;

import org.jspecify.annotations.NullMarked;
