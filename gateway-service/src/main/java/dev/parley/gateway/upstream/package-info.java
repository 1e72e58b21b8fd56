/**
 * What the gateway asks the persistence service for, each time in the name of a user and with that user's own token. It
 * never blocks, and bounds what runs, what waits, how long, and how much comes back.
 */
@NullMarked
package dev.parley.gateway.upstream;

import org.jspecify.annotations.NullMarked;
