/** Setup on a database where nothing has been made yet. */
@NullMarked
package dev.parley.search.setup;

import org.jspecify.annotations.NullMarked;
