/** Tests of the gateway as a whole, over its socket, with real engines. */
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
