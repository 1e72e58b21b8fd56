/** How soon a message that is stored can be found by a search: marked messages beside any other load. */
@NullMarked
package dev.parley.load.search;

import org.jspecify.annotations.NullMarked;
