/** Limits by themselves, with a clock in the hand of the test. */
@NullMarked
package dev.parley.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
