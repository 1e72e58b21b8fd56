/**
 * Who is there, and when somebody was last. Online is who has a route to a gateway whose lease runs; watchers look at
 * that from time to time, and are told at once of those who come and go in the ordinary way. While Redis is away nothing
 * is known, so nothing is said.
 */
@NullMarked
package dev.parley.gateway.presence;

import org.jspecify.annotations.NullMarked;
