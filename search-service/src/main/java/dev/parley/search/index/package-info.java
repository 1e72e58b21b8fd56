/** The full-text index: what is written to it, what is asked of it, and its generations. Engines are below it. */
@NullMarked
package dev.parley.search.index;

import org.jspecify.annotations.NullMarked;
