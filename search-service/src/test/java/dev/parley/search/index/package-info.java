/** What every engine has to do, as tests that each of them inherits. */
@NullMarked
package dev.parley.search.index;

import org.jspecify.annotations.NullMarked;
