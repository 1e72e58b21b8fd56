/**
 * The tables of the index in PostgreSQL that have to be there before the service starts: made by the service itself where
 * it is told so, or once for all its instances by {@code setup}.
 */
@NullMarked
package dev.parley.search.setup;

import org.jspecify.annotations.NullMarked;
