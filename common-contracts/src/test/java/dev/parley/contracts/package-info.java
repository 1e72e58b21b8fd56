/** What the contracts promise, pinned: a test that fails here means that records already written would be read anew. */
@NullMarked
package dev.parley.contracts;

import org.jspecify.annotations.NullMarked;
