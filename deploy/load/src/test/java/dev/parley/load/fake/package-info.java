/** A server in memory that speaks the public wire, and misbehaves where it is told to. */
@NullMarked
package dev.parley.load.fake;

import org.jspecify.annotations.NullMarked;
