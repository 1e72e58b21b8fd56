/**
 * Who is writing right now. It goes from gateway to gateway through Redis and is kept nowhere: what is lost is repeated
 * by a client that goes on typing, and a start expires at those who see it.
 */
@NullMarked
package dev.parley.gateway.typing;

import org.jspecify.annotations.NullMarked;
