/**
 * What a service makes sure of before it starts: that what lies behind it is what it was told of. It stands apart from
 * {@link dev.parley.access}, which knows callers and no engines.
 */
@NullMarked
package dev.parley.start;

import org.jspecify.annotations.NullMarked;
