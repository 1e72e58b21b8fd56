/** PostgreSQL under the shared suite, and what is its own. */
@NullMarked
package dev.parley.search.index.postgres;

import org.jspecify.annotations.NullMarked;
