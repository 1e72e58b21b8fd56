/** Setup on engines where nothing has been made yet. */
@NullMarked
package dev.parley.persistence.setup;

import org.jspecify.annotations.NullMarked;
