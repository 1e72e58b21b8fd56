/** The index in PostgreSQL's full-text search. */
@NullMarked
package dev.parley.search.index.postgres;

import org.jspecify.annotations.NullMarked;
