/** Holds all that clients in tests say and hear to the documents. */
@NullMarked
package dev.parley.load.contract;

import org.jspecify.annotations.NullMarked;
