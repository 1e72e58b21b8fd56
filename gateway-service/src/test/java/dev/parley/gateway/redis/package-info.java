/** Lines to a real Redis, without a gateway around them. */
@NullMarked
package dev.parley.gateway.redis;

import org.jspecify.annotations.NullMarked;
