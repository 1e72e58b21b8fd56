/** Typing by itself, with a clock in the hand of the test. */
@NullMarked
package dev.parley.gateway.typing;

import org.jspecify.annotations.NullMarked;
