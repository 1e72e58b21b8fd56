/** What the words of a text are, for indexes and queries alike: both engines are fed by this one reading. */
@NullMarked
package dev.parley.search.text;

import org.jspecify.annotations.NullMarked;
