/** Processes are found again, stopped and reaped, and never mistaken for others. */
@NullMarked
package dev.parley.engines.process;

import org.jspecify.annotations.NullMarked;
