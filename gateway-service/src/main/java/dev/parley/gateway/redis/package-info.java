/**
 * The lines to Redis for what may be lost: counts of limits, typing, presence. They come back by themselves, and while
 * they are away every call fails at once. The mailbox has lines of its own, since it has lost its place when one breaks.
 */
@NullMarked
package dev.parley.gateway.redis;

import org.jspecify.annotations.NullMarked;
