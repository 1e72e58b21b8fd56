/**
 * What clients and the gateway say to each other, whatever the framing: requests with their rules, and the data of
 * events. Plain Java and JSON, so that every rule of the wire has a test that takes a millisecond.
 */
@NullMarked
package dev.parley.gateway.protocol;

import org.jspecify.annotations.NullMarked;
