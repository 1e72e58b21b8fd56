/** How fast an index of a million messages is written and searched, and whether it finds what it should meanwhile. */
@NullMarked
package dev.parley.search.speed;

import org.jspecify.annotations.NullMarked;
