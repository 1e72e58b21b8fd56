/** What a command was told on its line: options with and without values, and what is left over. */
@NullMarked
package dev.parley.load.options;

import org.jspecify.annotations.NullMarked;
