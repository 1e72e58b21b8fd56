/** From the log into the index: following it, building it again, and knowing how far it has got. */
@NullMarked
package dev.parley.search.indexing;

import org.jspecify.annotations.NullMarked;
