/** Each engine starts, keeps its data through a kill, and leaves nothing behind. */
@NullMarked
package dev.parley.engines;

import org.jspecify.annotations.NullMarked;
