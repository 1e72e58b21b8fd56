/** What the writer reads and writes in PostgreSQL: a fixed number of round trips, whatever the batch. */
@NullMarked
package dev.parley.persistence.store;

import org.jspecify.annotations.NullMarked;
